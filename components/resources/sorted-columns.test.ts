import { expect, it } from 'vitest';
import { columnsSorted, readOrder, sortAfterClick } from './sorted-columns';

const click = (text: string, column: string, additive = false) => sortAfterClick(readOrder(text).sort, column, additive);

it('goes up, down and back to the usual order with each click on a head', () => {
  expect(click('', 'last_seen')).toBe('last_seen');
  expect(click('last_seen', 'last_seen')).toBe('-last_seen');
  expect(click('-last_seen', 'last_seen')).toBe('');
  expect(click('', 'name')).toBe('-name');
});

it('adds a column, turns it and drops it where the others stay', () => {
  expect(click('status', 'name', true)).toBe('status,name');
  expect(click('status,name', 'status', true)).toBe('-status,name');
  expect(click('-status,name', 'status', true)).toBe('');
});

it('sorts by a tag or label as by a field, and by three columns at most', () => {
  expect(click('tag:team', 'label:region', true)).toBe('tag:team,label:region');
  expect(click('tag:team,label:region', 'tag:team', true)).toBe('-tag:team,label:region');
  expect(click('status,kind,name', 'tag:team', true)).toBe('status,kind,tag:team');
  expect(columnsSorted(readOrder('-tag:team,name').sort)).toEqual([{ id: 'tag:team', descending: true }, { id: 'name', descending: false }]);
});

it('takes the usual order, and says so, when the address asks for one that is not', () => {
  expect(readOrder('colour').problem).toBe('nothing is sorted by colour');
  expect(columnsSorted(readOrder('colour').sort)).toEqual([{ id: 'name', descending: false }]);
});
