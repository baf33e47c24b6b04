import { expect, it } from 'vitest';
import { emptyArea, fillArea, fillDown, isClean, placeBlock, rowRanks, whatIsBad } from './paste-plan';

it('puts one value into every tag cell of an area', () => {
  const plan = fillArea(' core ', [3, 4], ['tag:team', 'tag:env']);
  expect(plan.good).toEqual([
    { rank: 3, column: 'tag:team', value: 'core' },
    { rank: 3, column: 'tag:env', value: 'core' },
    { rank: 4, column: 'tag:team', value: 'core' },
    { rank: 4, column: 'tag:env', value: 'core' },
  ]);
  expect(isClean(plan)).toBe(true);
});

it('names every cell of a block that cannot be written, and what has no place in the list', () => {
  const plan = placeBlock([['web', 'core', 'x'.repeat(257)], ['db', '', null], ['no', 'row', 'here']], [8, 9], ['name', 'tag:team', 'tag:env']);
  expect(plan.good).toEqual([
    { rank: 8, column: 'tag:team', value: 'core' },
    { rank: 9, column: 'tag:team', value: '' },
    { rank: 9, column: 'tag:env', value: null },
  ]);
  expect(plan.bad.map(({ rank, column }) => [rank, column])).toEqual([[8, 'name'], [8, 'tag:env'], [9, 'name']]);
  expect(plan.bad[1]?.why).toBe('This value is not pasted: a tag value has at most 256 characters.');
  expect(whatIsBad(plan)).toEqual([
    { sort: 'Name is not edited', count: 2 },
    { sort: 'a tag value has at most 256 characters', count: 1 },
    { sort: 'row is beyond the end of the list', count: 1 },
  ]);
  expect(isClean(plan)).toBe(false);
});

it('says how many columns are beyond the last one', () => {
  expect(whatIsBad(placeBlock([['a', 'b', 'c']], [0], ['tag:env']))).toEqual([{ sort: 'columns are beyond the last one', count: 2 }]);
});

it('fills each column with what its first row says, and knows that a label is none of it', () => {
  const plan = fillDown(['prod', null, 'eu'], [1, 2], ['tag:env', 'tag:team', 'label:region']);
  expect(plan.good).toEqual([
    { rank: 1, column: 'tag:env', value: 'prod' },
    { rank: 1, column: 'tag:team', value: null },
    { rank: 2, column: 'tag:env', value: 'prod' },
    { rank: 2, column: 'tag:team', value: null },
  ]);
  expect(whatIsBad(plan)).toEqual([{ sort: 'label:region is not edited', count: 2 }]);
});

it('leaves out what is no row', () => {
  expect(rowRanks({ start: 2, end: 6 }, (rank) => rank !== 3)).toEqual([2, 4, 5]);
});

it('adds the tags that are pasted among all tags of a row, the last where one is named twice', () => {
  const plan = placeBlock([['core', 'env=prod, Team=edge, drain'], [null, null]], [0, 1], ['tag:team', 'tags']);
  expect(plan.good).toEqual([
    { rank: 0, column: 'tag:team', value: 'edge' },
    { rank: 0, column: 'tag:env', value: 'prod' },
    { rank: 0, column: 'tag:drain', value: '' },
    { rank: 1, column: 'tag:team', value: null },
  ]);
  expect(isClean(plan)).toBe(true);
  const refused = fillArea('-x=1, env=prod', [4], ['tags']);
  expect(refused.good).toEqual([{ rank: 4, column: 'tag:env', value: 'prod' }]);
  expect(refused.bad).toEqual([{ rank: 4, column: 'tags', sort: 'a tag key is made of a-z 0-9 . _ / - and begins with a letter or a digit', why: expect.stringMatching(/^-x=1 is not pasted: /) }]);
});

it('empties tag columns, never all tags of a row at once', () => {
  const plan = emptyArea([2], ['tag:team', 'tags']);
  expect(plan.good).toEqual([{ rank: 2, column: 'tag:team', value: null }]);
  expect(plan.bad.map(({ rank, column }) => [rank, column])).toEqual([[2, 'tags']]);
});
