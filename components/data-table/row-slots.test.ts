import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSlots, type RowSlots } from './row-slots';

const NONE: RowSlots = new Map();
const from = (start: number, count = 4): number[] => Array.from({ length: count }, (_, at) => start + at);

test('what is scrolled far is drawn by the same elements, and what is scrolled a little keeps those that stay', () => {
  const first = nextSlots(NONE, from(0));
  expect([...first]).toEqual([[0, 0], [1, 1], [2, 2], [3, 3]]);
  expect(nextSlots(first, from(0))).toBe(first);
  expect([...nextSlots(first, from(900))]).toEqual([[900, 0], [901, 1], [902, 2], [903, 3]]);
  expect([...nextSlots(first, from(2))]).toEqual([[2, 2], [3, 3], [4, 4], [5, 5]]);
  expect([...nextSlots(nextSlots(first, from(2)), from(0))]).toEqual([[0, 0], [1, 1], [2, 2], [3, 3]]);
});

test('a row that is kept for its focus keeps its element, wherever the others are', () => {
  const first = nextSlots(NONE, from(0));
  const far = nextSlots(first, [1, ...from(900)]);
  expect([...far]).toEqual([[1, 1], [900, 2], [901, 3], [902, 4], [903, 5]]);
  expect([...nextSlots(far, [1, ...from(500)])]).toEqual([[1, 1], [500, 2], [501, 3], [502, 4], [503, 5]]);
});

test('no two rows share an element, who stays keeps it, and none is moved among those that stay in order', () => {
  const walk = fc.array(fc.record({ start: fc.nat(60), count: fc.integer({ min: 0, max: 12 }), kept: fc.option(fc.nat(80)) }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(walk, (steps) => {
      let slots = NONE;
      for (const { start, count, kept } of steps) {
        const ranks = [...new Set([...from(start, count), ...(kept === null ? [] : [kept])])].sort((a, b) => a - b);
        const next = nextSlots(slots, ranks);
        expect([...next.keys()]).toEqual(ranks);
        expect(new Set(next.values()).size).toBe(ranks.length);
        for (const rank of ranks) if (slots.has(rank)) expect(next.get(rank)).toBe(slots.get(rank));
        const order = [...slots.values()];
        const stood = [...next.values()].map((slot) => order.indexOf(slot)).filter((place) => place >= 0);
        expect(stood).toEqual(stood.toSorted((a, b) => a - b));
        slots = next;
      }
    }),
  );
});
