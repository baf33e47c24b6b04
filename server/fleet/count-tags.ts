import { compareByCodePoint } from '@/domain/fold';
import type { TagCount, TagCounts } from '@/domain/tag-counts';
import type { Bits } from './bits';
import { CountedSet, countSpellings } from './count-values';
import type { FleetIndex } from './fleet-index';

/** Which tags the resources of a set have, and how many of them each. */
export function countTags(index: FleetIndex, bits: Bits, valuesPerKey: number): TagCounts {
  const set = new CountedSet(bits, index.all, index.size);
  const keys = [...index.keys('tag').columns].flatMap(([key, column]): TagCount[] => {
    const { values, more, present } = countSpellings(column, set, valuesPerKey);
    return present === 0 ? [] : [{ key, count: present, values, moreValues: more }];
  });
  return { total: set.total, keys: keys.sort((a, b) => b.count - a.count || compareByCodePoint(a.key, b.key)) };
}
