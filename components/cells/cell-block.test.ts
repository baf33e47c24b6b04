import { expect, it } from 'vitest';
import { areaOf, drawTo, isOneCell } from './cell-block';

const COLUMNS = ['name', 'status', 'tag:env', 'tag:team'];
const at = (rank: number, column: string) => ({ rank, column });

it('is the same area from whichever corner it is drawn', () => {
  const area = { start: 2, end: 5, columns: ['status', 'tag:env', 'tag:team'] };
  expect(areaOf({ anchor: at(2, 'status'), head: at(4, 'tag:team') }, COLUMNS)).toEqual(area);
  expect(areaOf({ anchor: at(4, 'status'), head: at(2, 'tag:team') }, COLUMNS)).toEqual(area);
  expect(areaOf({ anchor: at(4, 'tag:team'), head: at(2, 'status') }, COLUMNS)).toEqual(area);
  expect(areaOf({ anchor: at(0, 'name'), head: at(0, 'name') }, COLUMNS)).toEqual({ start: 0, end: 1, columns: ['name'] });
});

it('has no columns once one of its corners is gone', () => {
  expect(areaOf({ anchor: at(0, 'name'), head: at(1, 'owner') }, COLUMNS).columns).toEqual([]);
});

it('is drawn no further than so many rows, up or down', () => {
  const block = { anchor: at(100, 'name'), head: at(100, 'name') };
  expect(isOneCell(block)).toBe(true);
  expect(drawTo(block, at(5_000, 'status'), 10)).toEqual({ anchor: at(100, 'name'), head: at(109, 'status') });
  expect(drawTo(block, at(0, 'status'), 10).head).toEqual(at(91, 'status'));
  expect(isOneCell(drawTo(block, at(101, 'name'), 10))).toBe(false);
});
