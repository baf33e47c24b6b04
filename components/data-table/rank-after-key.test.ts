import { expect, it } from 'vitest';
import { rankAfterKey } from './rank-after-key';

const from = (rank: number) => ({ rank, count: 100, page: 20 });
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false, shiftKey: false });

it('moves by rows and by pages, and stops at both ends', () => {
  expect(['ArrowDown', 'j', 'PageDown', 'End'].map((key) => rankAfterKey(press(key), from(50)))).toEqual([51, 51, 70, 99]);
  expect(['ArrowUp', 'k', 'PageUp', 'Home'].map((key) => rankAfterKey(press(key), from(50)))).toEqual([49, 49, 30, 0]);
  expect(['ArrowDown', 'PageDown'].map((key) => rankAfterKey(press(key), from(99)))).toEqual([99, 99]);
  expect(['ArrowUp', 'PageUp'].map((key) => rankAfterKey(press(key), from(0)))).toEqual([0, 0]);
});

it('leaves other keys, and the browser its own', () => {
  expect(rankAfterKey(press('a'), from(5))).toBeUndefined();
  expect(rankAfterKey(press('k', true), from(5))).toBeUndefined();
});
