'use client';

import { useEffect, useRef, useState } from 'react';
import { fillPlaces, nextStanding, type PlacedItem, type Ranks, type Standing, tooLate } from './stand-in';
import type { PlacedRank } from './use-rank-scroll';

/** So long the rows of before stand in for those that are on their way; then their places are shown empty. */
const STAND_IN_MS = 150;

interface StandInOptions<Item> {
  listKey: string;
  seen: Ranks;
  /** What stands at a rank, undefined while it is not here. */
  itemAt: (rank: number) => Item | undefined;
  /** Drawn wherever it is. */
  kept: number;
}

/** Lets a table follow its scrollbar without going blank: which ranks to bring, and what to draw until they are here. */
export function useStandIn<Item>({ listKey, seen, itemAt, kept }: StandInOptions<Item>): { wanted: Ranks; fill: (placed: readonly PlacedRank[]) => PlacedItem<Item>[] } {
  const [before, setStanding] = useState<Standing<Item>>({ listKey, near: seen, bringing: undefined });
  const standing = nextStanding(before, { listKey, seen, itemAt });
  if (standing !== before) setStanding(standing);

  const latest = useRef(seen);
  useEffect(() => {
    latest.current = seen;
  });
  const turn = standing.bringing?.turn;
  useEffect(() => {
    if (turn === undefined) return;
    const timer = setTimeout(() => setStanding((now) => tooLate(now, turn, latest.current)), STAND_IN_MS);
    return () => clearTimeout(timer);
  }, [turn]);

  return { wanted: standing.bringing ?? seen, fill: (placed) => fillPlaces(placed, standing, { seen, itemAt, kept }) };
}
