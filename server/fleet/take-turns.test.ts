import { expect, test } from 'vitest';
import { takeTurn } from './take-turns';

test('whoever waits for the same thing goes on in turns of the event loop of their own, in the order in which they came', async () => {
  let turn = 0;
  let counting = true;
  const count = () => {
    turn++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const inTurn: [number, number][] = [];
  await Promise.all([0, 1, 2, 3].map(async (who) => {
    await takeTurn();
    inTurn.push([who, turn]);
  }));
  counting = false;
  expect(inTurn.map(([who]) => who)).toEqual([0, 1, 2, 3]);
  expect(new Set(inTurn.map(([, at]) => at)).size).toBe(4);
});
