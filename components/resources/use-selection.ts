'use client';

import { useState } from 'react';
import type { Selector } from '@/domain/selector/tree';
import type { CheckState } from '../ui/check-box';
import { countSelected, isSelected, MAX_LEFT_OUT, NOTHING_SELECTED, type Selection, selectIds, selectionInput, type SelectionInput } from './selection';
import type { ResourceRows } from './use-resource-rows';
import { WINDOW_ROWS } from './window-starts';

/** Whoever wants more selects all that match. */
const MAX_RANGE_ROWS = 10_000;

export interface RowSelecting {
  count: number;
  isSelected: (id: string) => boolean;
  /** Of the rows on the page that is in sight. */
  page: CheckState;
  /** How many match, once it is time to offer them all. */
  offered: number | undefined;
  /** All that match are selected. */
  isWhole: boolean;
  /** Why the last rows could not be selected. */
  problem: string | undefined;
  input: () => SelectionInput;
  toggle: (rank: number) => void;
  /** Selects up to this rank from where the selecting began, or from the rank that a key was pressed on. */
  extend: (to: number, from?: number) => void;
  selectPage: () => void;
  togglePage: () => void;
  selectMatching: () => void;
  clear: () => void;
}

interface Selecting {
  /** The query under which it was selected: under another one nothing is. */
  q: string;
  selection: Selection;
  /** Where a range begins and where it ended last. */
  range: { listKey: string; from: number; to: number } | undefined;
  /** What the range has selected: given back when it shrinks. */
  ranged: readonly string[];
  problem: string | undefined;
}

const nothing = (q: string): Selecting => ({ q, selection: NOTHING_SELECTED, range: undefined, ranged: [], problem: undefined });

/** The rows that are selected, by id, so that they stay selected wherever the list is scrolled. Another query selects nothing. */
export function useSelection(q: string, selector: Selector, rows: ResourceRows): RowSelecting {
  const [selecting, setSelecting] = useState(() => nothing(q));
  if (selecting.q !== q) setSelecting(nothing(q));
  const { selection, range, problem } = selecting.q === q ? selecting : nothing(q);
  const { source, page, outdated, total = 0 } = rows;
  const { listKey, rowAt } = source;
  const count = countSelected(selection);

  /** Changes what is selected, unless the query has become another one meanwhile. */
  const change = (next: (before: Selecting) => Partial<Selecting>) =>
    setSelecting((before) => (before.q === q && !outdated ? { ...before, problem: undefined, ...next(before) } : before));

  function withIds(from: number, to: number, take: (ids: string[]) => void) {
    if (to - from > MAX_RANGE_ROWS) return change(() => ({ problem: 'A range has at most 10,000 rows. Select all that match instead.' }));
    const here = Array.from({ length: to - from }, (_, step) => rowAt(from + step)?.id);
    if (here.every((id) => id !== undefined)) return take(here);
    rows.readRows(from, to).then((read) => take(read.map(({ id }) => id)), () => change(() => ({ problem: 'The rows in between could not be read. Try again.' })));
  }

  const select = (ids: string[], isOn: boolean) => change((before) => ({ selection: selectIds(before.selection, ids, isOn), range: undefined, ranged: [] }));
  const clear = () => change(() => nothing(q));
  const pageState = stateOf(page, (rank) => rowAt(rank)?.id, selection);
  const selectPage = () => withIds(page.start, page.end, (ids) => select(ids, true));

  return {
    count,
    isSelected: (id) => isSelected(selection, id),
    page: pageState === 'none' && count > 0 ? 'some' : pageState,
    offered: selection.by === 'ids' && total > count && (pageState === 'all' || count >= WINDOW_ROWS) ? total : undefined,
    isWhole: count > 0 && (selection.by === 'query' ? selection.without.size === 0 : count === total),
    problem,
    input: () => selectionInput(selection, q, selector),
    toggle(rank) {
      const id = rowAt(rank)?.id;
      if (id === undefined) return;
      change((before) => {
        const next = selectIds(before.selection, [id], !isSelected(before.selection, id));
        const refused = next === before.selection ? `At most ${MAX_LEFT_OUT} rows can be left out of all that match.` : undefined;
        return { selection: next, range: { listKey, from: rank, to: rank }, ranged: [], problem: refused };
      });
    },
    extend(to, from) {
      const goesOn = range?.listKey === listKey && (from === undefined || range.to === from);
      const start = goesOn ? range.from : (from ?? to);
      withIds(Math.min(start, to), Math.max(start, to) + 1, (ids) =>
        change((before) => {
          const base = goesOn ? selectIds(before.selection, before.ranged, false) : before.selection;
          const ranged = ids.filter((id) => !isSelected(base, id));
          return { selection: selectIds(base, ranged, true), range: { listKey, from: start, to }, ranged };
        }),
      );
    },
    selectPage,
    togglePage() {
      if (pageState !== 'all') selectPage();
      else if (selection.by === 'query') clear();
      else withIds(page.start, page.end, (ids) => select(ids, false));
    },
    selectMatching: () => change(() => ({ ...nothing(q), selection: { by: 'query', total, without: new Set() } })),
    clear,
  };
}

/** Of the rows of the page that are here. */
function stateOf({ start, end }: ResourceRows['page'], idAt: (rank: number) => string | undefined, selection: Selection): CheckState {
  const ids = Array.from({ length: Math.max(0, end - start) }, (_, step) => idAt(start + step)).filter((id) => id !== undefined);
  const selected = ids.filter((id) => isSelected(selection, id)).length;
  return selected === 0 ? 'none' : selected === ids.length ? 'all' : 'some';
}
