'use client';

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ResourceRow } from '@/domain/resource';
import type { TableHandle } from '../data-table/data-table';
import { keepLastPeek, useLastPeek } from './last-peek';
import { goBackTo, goInventory } from './use-inventory-address';
import type { GroupedRows } from './use-grouped-rows';

/** Whoever holds a key down passes many rows: nothing is read or written for those. */
const SETTLED_MS = 150;

export interface Peeking {
  /** The resource that is looked at beside the list; undefined: none is. */
  id: string | undefined;
  /** False while one walks from row to row. */
  isSettled: boolean;
  /** Where it stands in the list, and what the list knows of it; undefined while that is not known. */
  rank: number | undefined;
  row: ResourceRow | undefined;
  table: RefObject<TableHandle | null>;
  show: (rank: number) => void;
  toggle: (rank: number) => void;
  /** The row that keys act on has become this one. */
  follow: (rank: number) => void;
  close: () => void;
}

interface Place {
  rank: number;
  /** What stands at the rank; while one walks and that is on its way, what stood at the rank before. */
  id: string | undefined;
  listKey: string;
  /** Somebody showed it, walked there just now, or it was named by the address and found. */
  by: 'shown' | 'walked' | 'found';
}

/** The resource that the address names as looked at, and its place among the rows. */
export function usePeek(named: string, rows: GroupedRows): Peeking {
  const table = useRef<TableHandle>(null);
  const [place, setPlace] = useState<Place>();
  const last = useLastPeek();
  const { listKey, rowAt } = rows.source;
  const walked = named !== '' && place?.by === 'walked' ? place : undefined;
  const id = named === '' ? undefined : (walked?.id ?? named);

  const passed = walked && rowAt(walked.rank)?.id;
  const isOnItsWay = walked !== undefined && passed === undefined && !rows.groups?.headAt(walked.rank);
  if (walked && passed !== undefined && passed !== walked.id) setPlace({ ...walked, id: passed });
  if (named === '' && place !== undefined) setPlace(undefined);

  const kept = place ?? last;
  const known = kept?.id === id && kept?.listKey === listKey ? kept?.rank : undefined;
  const rank = id === undefined || isOnItsWay ? undefined : rankOf(id, rows, known);
  if (id !== undefined && rank !== undefined && walked === undefined && (place?.id !== id || place.rank !== rank || place.listKey !== listKey)) {
    setPlace({ rank, id, listKey, by: place?.id === id ? 'shown' : 'found' });
  }

  // Named by an address, and far from what is in sight: it is asked for once, the list may move on meanwhile.
  const askedFor = useRef<string>(undefined);
  const isFarAway = id !== undefined && rank === undefined && walked === undefined && rows.total !== undefined && !rows.outdated && rows.groups === undefined;
  const askForPlace = useEffectEvent(async (wanted: string) => {
    const asked = `${wanted} ${listKey}`;
    if (askedFor.current === asked) return;
    askedFor.current = asked;
    const found = await rows.rankOf(wanted).catch(() => null); // the panel shows it all the same
    if (found !== null && askedFor.current === asked) setPlace((before) => (before?.by === 'walked' ? before : { rank: found, id: wanted, listKey, by: 'found' }));
  });
  useEffect(() => {
    if (isFarAway) void askForPlace(id);
    else if (id === undefined) askedFor.current = undefined;
  }, [isFarAway, id, listKey]);

  useEffect(() => {
    if (place?.by === 'found') table.current?.bringRow(place.rank);
    if (place?.id !== undefined && place.by !== 'walked') keepLastPeek({ id: place.id, rank: place.rank, listKey: place.listKey });
  }, [place]);

  useEffect(() => {
    if (walked === undefined || isOnItsWay) return;
    const timer = setTimeout(() => {
      setPlace(walked.id === undefined ? undefined : { ...walked, by: 'shown' });
      if (walked.id !== undefined) goInventory({ peek: walked.id }, 'replace');
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [walked, isOnItsWay]);

  function show(at: number) {
    const row = rowAt(at);
    if (row === undefined) return;
    setPlace({ rank: at, id: row.id, listKey, by: 'shown' });
    goInventory({ peek: row.id }, named === '' ? 'push' : 'replace');
  }
  function close() {
    table.current?.focusRow();
    goBackTo({ peek: '' });
  }

  return {
    id,
    isSettled: walked === undefined,
    rank,
    row: rank === undefined ? undefined : rowAt(rank),
    table,
    show,
    toggle: (at) => (id !== undefined && rowAt(at)?.id === id ? close() : show(at)),
    follow: useCallback((at) => setPlace((before) => (before?.rank === at && before.listKey === listKey ? before : { rank: at, id: before?.id, listKey, by: 'walked' })), [listKey]),
    close,
  };
}

/** Where it stands: at the rank that is known, unless something else is there by now, or somewhere in sight. */
function rankOf(id: string, { source: { rowAt }, page, groups }: GroupedRows, known: number | undefined): number | undefined {
  const there = known === undefined ? undefined : rowAt(known);
  if (known !== undefined && groups?.headAt(known)) return undefined;
  if (known !== undefined && (there === undefined || there.id === id)) return known;
  for (let rank = page.start; rank < page.end; rank++) if (rowAt(rank)?.id === id) return rank;
  return undefined;
}
