import { describe, expect, test } from 'vitest';
import { fillPlaces, nextStanding, type Ranks, type Standing, tooLate } from './stand-in';

const SCREEN = 20;
const at = (start: number): Ranks => ({ start, end: start + SCREEN });

/** A list of which only some screens are here. */
function list(...starts: number[]) {
  const here = new Set(starts.flatMap((start) => Array.from({ length: SCREEN }, (_, place) => start + place)));
  return (rank: number) => (here.has(rank) ? `row ${rank}` : undefined);
}

const atTop: Standing<string> = { listKey: 'a', near: at(0), bringing: undefined };
const placesOf = ({ start, end }: Ranks, places = 1_000) => Array.from({ length: end - start }, (_, place) => ({ rank: start + place, place: places + place }));
const drawnAt = (standing: Standing<string>, seen: Ranks, itemAt: (rank: number) => string | undefined) =>
  fillPlaces(placesOf(seen), standing, { seen, itemAt, kept: 0 }).map(({ rank, place, item }) => `${place}: ${rank} ${item ?? 'waiting'}`);

describe('a scrollbar that is dragged', () => {
  test('keeps what was drawn in sight until the place is here', () => {
    const jumped = nextStanding(atTop, { listKey: 'a', seen: at(5_000), itemAt: list(0) });
    expect(jumped.bringing).toMatchObject(at(5_000));
    expect(drawnAt(jumped, at(5_000), list()).slice(0, 2)).toEqual(['1000: 0 row 0', '1001: 1 row 1']);
    const come = nextStanding(jumped, { listKey: 'a', seen: at(5_000), itemAt: list(5_000) });
    expect(come.bringing).toBeUndefined();
    expect(drawnAt(come, at(5_000), list(5_000))[0]).toBe('1000: 5000 row 5000');
  });

  test('brings one place on the way at a time, and shows it wherever the scrollbar is by then', () => {
    const jumped = nextStanding(atTop, { listKey: 'a', seen: at(5_000), itemAt: list(0) });
    const onItsWay = nextStanding(jumped, { listKey: 'a', seen: at(7_000), itemAt: list() });
    expect(onItsWay).toBe(jumped);
    const come = nextStanding(onItsWay, { listKey: 'a', seen: at(9_000), itemAt: list(5_000) });
    expect(come.bringing).toMatchObject(at(9_000));
    expect(drawnAt(come, at(9_000), list())[0]).toBe('1000: 5000 row 5000');
  });

  test('shows empty places when nothing comes in time, and brings what is in sight by then', () => {
    const jumped = nextStanding(atTop, { listKey: 'a', seen: at(5_000), itemAt: list(0) });
    const late = tooLate(jumped, 0, at(7_000));
    expect(late.bringing).toMatchObject(at(7_000));
    expect(drawnAt(late, at(7_000), list())[0]).toBe('1000: 7000 waiting');
    expect(tooLate(late, 0, at(9_000))).toBe(late);
  });
});

test('the wheel brings what comes into sight at once, and nobody stands in', () => {
  const turned = nextStanding(atTop, { listKey: 'a', seen: at(10), itemAt: list(0) });
  expect(turned.bringing).toMatchObject(at(10));
  expect(drawnAt(turned, at(10), list(0)).slice(9, 11)).toEqual(['1009: 19 row 19', '1010: 20 waiting']);
  const further = nextStanding(turned, { listKey: 'a', seen: at(25), itemAt: list(0) });
  expect(further.bringing).toMatchObject({ ...at(25), turn: 0 });
});

test('small steps through rows that are here change nothing', () => {
  expect(nextStanding(atTop, { listKey: 'a', seen: at(3), itemAt: list(0, 20) })).toBe(atTop);
});

test('another list begins anew: no row of the one before stands in', () => {
  const jumped = nextStanding(atTop, { listKey: 'a', seen: at(5_000), itemAt: list(0) });
  const other = nextStanding(jumped, { listKey: 'b', seen: at(0), itemAt: list() });
  expect(drawnAt(other, at(0), list())[0]).toBe('1000: 0 waiting');
});

test('the row that keeps the focus is in the document once, and of others that are out of sight none', () => {
  const jumped = nextStanding(atTop, { listKey: 'a', seen: at(5_000), itemAt: list(0) });
  const placed = [{ rank: 4, place: 4 }, { rank: 40, place: 40 }, ...placesOf(at(5_000))];
  const filled = (kept: number) => fillPlaces(placed, jumped, { seen: at(5_000), itemAt: list(0, 40), kept });
  expect(filled(4).map(({ rank }) => rank)).toEqual(Array.from({ length: SCREEN }, (_, rank) => rank));
  expect(filled(40)[0]).toEqual({ rank: 40, place: 40, item: 'row 40' });
  expect(filled(40)).toHaveLength(SCREEN + 1);
});
