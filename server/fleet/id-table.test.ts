import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdTable, uuidText } from './id-table';

test('ids are found by bytes and by text while they come, go and come back', () => {
  const ids = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(fc.uniqueArray(ids, { minLength: 1, maxLength: 120, selector: (id) => id.join() }), fc.infiniteStream(fc.boolean()), (all, coins) => {
      const table = new IdTable(all.length);
      const there = new Set<number>();
      for (const round of [0, 1, 2, 3]) {
        all.forEach((id, slot) => {
          const wanted = round === 0 || coins.next().value === true;
          if (wanted && !there.has(slot)) table.insert(slot, id, 0);
          if (!wanted && there.has(slot)) table.remove(slot);
          if (wanted) there.add(slot);
          else there.delete(slot);
        });
        all.forEach((id, slot) => {
          const expected = there.has(slot) ? slot : -1;
          expect(table.slotOfBytes(id, 0)).toBe(expected);
          expect(table.slotOf(uuidText(id, 0))).toBe(expected);
          if (there.has(slot)) expect(table.text(slot)).toBe(uuidText(id, 0));
        });
      }
    }),
    { seed: 1, numRuns: 100 },
  );
  expect(new IdTable(4).slotOf('no id')).toBe(-1);
});
