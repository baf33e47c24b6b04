import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tagKeyProblem, tagValueProblem } from '@/domain/tags';
import { printTags, readTags } from './tags-text';

it('prints all tags of a resource in order, a tag without a value by its key alone', () => {
  expect(printTags({ note: 'a, b', env: 'prod', critical: '' })).toBe('critical, env=prod, note="a, b"');
});

it('reads what a person writes', () => {
  expect(readTags(' Env = prod,team=core , ,drain')).toEqual([{ key: 'env', value: 'prod' }, { key: 'team', value: 'core' }, { key: 'drain', value: '' }]);
  expect(readTags('note="a, b')).toEqual([{ key: 'note', value: '"a' }, { key: 'b', value: '' }]);
  expect(readTags('=core')).toEqual([{ key: '', value: 'core' }]);
  expect(readTags('')).toEqual([]);
});

it('reads any tags that it printed', () => {
  const key = fc.stringMatching(/^[a-z0-9][a-z0-9._/-]{0,9}$/).filter((text) => tagKeyProblem(text) === undefined);
  const value = fc.oneof(fc.string({ unit: fc.constantFrom('"', ',', '=', ' ', 'a', 'é') }), fc.string({ unit: 'binary' })).filter((text) => tagValueProblem(text) === undefined);
  fc.assert(
    fc.property(fc.dictionary(key, value), (tags) => {
      expect(Object.fromEntries(readTags(printTags(tags)).map((tag) => [tag.key, tag.value]))).toEqual({ ...tags });
    }),
    { numRuns: 2_000 },
  );
});
