import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBits, setBit, slotsOf } from './bits';
import { Hierarchy } from './hierarchy';

const SLOTS = 12;

function setOf(slots: Iterable<number>, capacity: number) {
  const bits = emptyBits(capacity);
  for (const slot of slots) setBit(bits, slot);
  return bits;
}

/** Who stands below whom, in the plainest way. */
class PlainHierarchy {
  readonly parents = new Array<number>(SLOTS).fill(-1);

  above(slot: number): number[] {
    const parent = this.parents[slot]!;
    return parent < 0 ? [] : [parent, ...this.above(parent)];
  }

  below = (tops: readonly number[]) => this.all((slot) => this.above(slot).some((each) => tops.includes(each)));
  childrenOf = (tops: readonly number[]) => this.all((slot) => tops.includes(this.parents[slot]!));

  private all = (test: (slot: number) => boolean) => [...this.parents.keys()].filter(test);
}

const slot = fc.nat(SLOTS - 1);
const moves = fc.array(fc.record({ slot, parent: fc.option(slot, { nil: -1 }), grows: fc.boolean() }), { minLength: 1, maxLength: 30 });

// Few tops among many slots are walked down from, many among few are asked from below.
test.each([32, SLOTS * 200])('what is below is right after each move, whether it was asked before or not (%i slots)', (start) => {
  fc.assert(
    fc.property(moves, fc.subarray([...Array(SLOTS).keys()]), (all, tops) => {
      const plain = new PlainHierarchy();
      const hierarchy = new Hierarchy(start);
      let capacity = start;
      for (const { slot, parent, grows } of all) {
        if (parent !== slot && !plain.above(Math.max(0, parent)).includes(slot)) {
          plain.parents[slot] = parent;
          hierarchy.setParent(slot, parent, true);
        }
        if (grows) hierarchy.grow((capacity += 32));
        for (const asked of [...Array.from({ length: SLOTS }, (_, top) => [top]), tops]) {
          expect([...slotsOf(hierarchy.below(setOf(asked, capacity), capacity))]).toEqual(plain.below(asked));
          expect([...slotsOf(hierarchy.childrenOfAny(setOf(asked, capacity), capacity))]).toEqual(plain.childrenOf(asked));
        }
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});

test('more subtrees than are kept are right too', () => {
  const [many, capacity] = [100, 128];
  const hierarchy = new Hierarchy(capacity);
  for (let slot = 1; slot < many; slot++) hierarchy.setParent(slot, slot - 1, true);
  for (const round of [0, 1]) {
    for (let top = 0; top < many - round; top++) expect(slotsOf(hierarchy.below(setOf([top], capacity), capacity))).toHaveLength(many - 1 - top - round);
    hierarchy.setParent(many - 1, -1, true);
  }
});
