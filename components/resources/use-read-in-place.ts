'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import type { ResourceRow } from '@/domain/resource';
import type { TablePlace } from '../data-table/data-table';
import type { RowMove, RowSource } from '../data-table/row-source';

/** After that somebody has gone elsewhere. */
const KEPT_MS = 5_000;

interface Kept {
  move: RowMove;
  id: string | undefined;
  asOf: string | undefined;
  listKey: string;
  askedAt: number;
}

interface ListInPlace {
  source: RowSource<ResourceRow>;
  place: TablePlace | undefined;
  asOf: string | undefined;
  /** Somebody has been on its rows. */
  isWalked: () => boolean;
  /** Undefined where ranks are not those of resources. */
  rankOf: ((id: string) => Promise<number | null>) | undefined;
  readAgain: () => void;
}

/**
 * Reads the list anew. The row that keys act on, or the first in sight, stays where it is on the screen wherever it stands in the list by
 * then; a list whose top is in sight, and that nobody has walked, shows its new top.
 */
export function useReadInPlace({ source, place, asOf, isWalked, rankOf, readAgain }: ListInPlace): { readInPlace: () => void; move: RowMove | undefined } {
  const kept = useRef<Kept>(undefined);
  const [move, setMove] = useState<RowMove>();

  // Once the new rows are there: until then the old ones stand where they stood.
  useLayoutEffect(() => {
    const waiting = kept.current;
    // The first page, the number of rows and the window come one after the other.
    if (waiting === undefined || waiting.asOf === asOf || waiting.move.to >= source.count) return;
    const there = source.rowAt(waiting.move.to)?.id;
    if (there !== undefined && waiting.id !== undefined && there !== waiting.id) return;
    kept.current = undefined;
    if (waiting.listKey === source.listKey && performance.now() - waiting.askedAt < KEPT_MS) setMove(waiting.move);
  }, [source, asOf]);

  async function readInPlace() {
    const { start, end, active } = place ?? { start: 0, end: 0, active: 0 };
    const from = active >= start && active < end ? active : start;
    const id = start > 0 || isWalked() ? source.rowAt(from)?.id : undefined;
    const to = id === undefined ? null : await (rankOf?.(id).catch(unknown) ?? null);
    kept.current = { move: { from, to: to ?? from }, id: to === null ? undefined : id, asOf, listKey: source.listKey, askedAt: performance.now() };
    readAgain();
  }

  return { readInPlace: () => void readInPlace(), move };
}

/** Whatever is wrong, the reading itself will say so. */
const unknown = (): null => null;
