import fc from 'fast-check';
import { FIELD_NAMES, isSortable } from '@/domain/fields';
import type { Sort, SortBy } from '@/domain/sort';

const FIELDS = FIELD_NAMES.filter(isSortable).map((field): SortBy => ({ type: 'field', field }));
const KEYS = ['env', 'cores', 'team', 'host_id', 'nowhere'].flatMap((key): SortBy[] => [{ type: 'tag', key }, { type: 'label', key }]);

/** Orders by one to three different keys, in mixed directions. */
export const randomSort: fc.Arbitrary<Sort> = fc.uniqueArray(
  fc.record({ by: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...FIELDS) }, fc.constantFrom(...KEYS)), descending: fc.boolean() }),
  { minLength: 1, maxLength: 3, selector: ({ by }) => JSON.stringify(by) },
);
