import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SPACER_PX, placeAfterScroll, placeOfRank, spacerRows, type RankSpace } from './rank-place';

const VIEW_PX = 700;

function spaceOf(count: number, rowHeight = 32): RankSpace {
  return { count, rowHeight, maxScrollTop: Math.max(0, spacerRows(count, rowHeight) * rowHeight - VIEW_PX) };
}

const lastRankSeen = (space: RankSpace, place: { offset: number; scrollTop: number }) =>
  Math.ceil(place.offset + (place.scrollTop + VIEW_PX) / space.rowHeight) - 1;

describe('a list that fits', () => {
  it('has every row on the spacer, and no offset', () => {
    const space = spaceOf(10_000);
    expect(spacerRows(10_000, 32)).toBe(10_000);
    expect(placeOfRank(space, 400)).toEqual({ offset: 0, scrollTop: 12_800 });
    expect(placeAfterScroll(space, { offset: 0, scrollTop: 0 }, 5_000, true)).toEqual({ offset: 0, scrollTop: 5_000 });
  });
});

describe('a list of a million', () => {
  const space = spaceOf(1_000_000);

  it('has a spacer that a browser can lay out', () => {
    expect(spacerRows(1_000_000, 32) * 32).toBeLessThanOrEqual(MAX_SPACER_PX);
  });

  it('shows its first row at one end of the scrollbar and its last row at the other', () => {
    expect(placeAfterScroll(space, { offset: 500_000, scrollTop: 90_000 }, 0, true).offset).toBe(0);
    const end = placeAfterScroll(space, { offset: 0, scrollTop: 0 }, space.maxScrollTop, true);
    expect(lastRankSeen(space, end)).toBe(999_999);
  });

  it('moves by rows under the wheel', () => {
    const place = { offset: 1_000, scrollTop: 64_000 };
    expect(placeAfterScroll(space, place, 64_032, false)).toEqual({ offset: 1_000, scrollTop: 64_032 });
  });

  it('shows any rank at the top, as far as there are rows below it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_970 }), (rank) => {
        const { offset, scrollTop } = placeOfRank(space, rank);
        expect(offset + scrollTop / space.rowHeight).toBeCloseTo(rank, 6);
        expect(scrollTop).toBeLessThanOrEqual(space.maxScrollTop);
      }),
      { seed: 7 },
    );
  });

  it('keeps the row at the top when the spacer ends before the list does', () => {
    const up = placeAfterScroll(space, { offset: 1_000, scrollTop: 32 }, 0, false);
    expect(up.offset + up.scrollTop / 32).toBeCloseTo(1_000, 6);
    expect(up.scrollTop).toBeGreaterThan(0);
    const down = placeAfterScroll(space, { offset: 1_000, scrollTop: 0 }, space.maxScrollTop, false);
    expect(down.scrollTop).toBeLessThan(space.maxScrollTop);
  });
});
