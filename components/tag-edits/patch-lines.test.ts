import { expect, test } from 'vitest';
import { left, NO_CHANGE, withLine, withoutKey, withTag } from './patch-lines';

test('lines set, set without a value and remove; the last word about a key counts', () => {
  const first = withLine(NO_CHANGE, ' Env = prod ');
  expect(first).toEqual({ patch: { set: { env: 'prod' }, remove: [] } });
  expect(withLine({ set: { env: 'prod' }, remove: ['pci'] }, 'pci')).toEqual({ patch: { set: { env: 'prod', pci: '' }, remove: [] } });
  expect(withLine({ set: { env: 'prod' }, remove: [] }, '-Env')).toEqual({ patch: { set: {}, remove: ['env'] } });
  expect(withLine({ set: { env: 'prod' }, remove: [] }, '  ')).toEqual({ patch: { set: { env: 'prod' }, remove: [] } });
});

test('what is no tag is refused with the rule, and the hint for who writes a colon', () => {
  expect(withLine(NO_CHANGE, 'env:prod')).toEqual({ problem: expect.stringContaining('Write env=prod') });
  expect(withLine(NO_CHANGE, '-bad!')).toEqual({ problem: expect.stringContaining('a tag key is made of') });
  expect(withLine(NO_CHANGE, `a=${'x'.repeat(257)}`)).toEqual({ problem: 'A tag value has at most 256 characters.' });
});

test('a key is set, removed or left alone', () => {
  expect(withTag({ set: {}, remove: ['env', 'pci'] }, 'env', 'qa')).toEqual({ set: { env: 'qa' }, remove: ['pci'] });
  expect(withoutKey({ set: { env: 'qa' }, remove: ['env'] }, 'env')).toEqual({ set: {}, remove: ['env'] });
  expect(left({ set: { env: 'qa', a: '' }, remove: ['pci'] }, 'env')).toEqual({ set: { a: '' }, remove: ['pci'] });
});
