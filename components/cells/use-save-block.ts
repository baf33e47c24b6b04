'use client';

import { useMemo } from 'react';
import type { CellsResult } from '@/domain/tag-cells';
import { MAX_TAGS_PER_RESOURCE } from '@/domain/tags';
import { takeBack } from '../tags/cached-rows';
import { afterOtherEdits } from '../tags/edit-queue';
import { reasonOf } from '../tags/refusal';
import { useTagCache } from '../tags/tag-cache';
import type { SeenTags } from '../tags/tag-draft';
import { cellsBack, recordEdit, type UndoStep } from '../tags/undo-steps';
import { type CellNote, notesWhere, putNotes, type SeenRow } from './cell-notes';
import { tagKeyOf } from './cell-text';
import { cellsInWords } from './cells-in-words';
import { sayLine } from './edit-line';
import { type SavedCell, takeUnsaved, valueIn, withValue } from './use-save-cell';
import { useSendCells } from './use-send-cells';

const keyOf = ({ column }: SavedCell): string => tagKeyOf(column) ?? '';
const valueSeen = (cell: SavedCell): string | null => valueIn(cell.row.tags, keyOf(cell));

/** Saves many cells as one edit, shown at once: a resource gets all of its cells or none, and each cell that is not saved says why. */
export function useSaveBlock(): (cells: readonly SavedCell[]) => void {
  const sendCells = useSendCells();
  const cache = useTagCache();
  return useMemo(() => {
    async function send(cells: readonly SavedCell[]): Promise<UndoStep | undefined> {
      const answered = await sendCells(cells.map((cell) => ({ id: cell.row.id, key: keyOf(cell), value: cell.value, expected: valueSeen(cell) })));
      const left = cells.flatMap((cell) => noteOf(cell, answered.get(cell.row.id)));
      if (left.length > 0) putNotes(...left);
      const saved = cells.length - left.length;
      sayLine({ text: `${cellsInWords(saved)} set`, more: left.length > 0 ? `${cellsInWords(left.length)} left as they are: see there why` : undefined, isWell: left.length === 0, canUndo: saved > 0 });
      return stepBack(cells, [...answered.values()]);
    }

    function giveBack(cells: readonly SavedCell[], before: ReadonlyMap<string, SeenRow>, shown: ReadonlyMap<string, SeenTags>, error: unknown): undefined {
      cache.write((row) => {
        const [was, is] = [before.get(row.id), shown.get(row.id)];
        return was && is && takeBack(is, was)(row);
      });
      const problem = reasonOf(error);
      putNotes(...cells.map((cell): CellNote => ({ ...cell, kind: 'unsaved', problem, theirs: null })));
      const again = () => save(notesWhere('unsaved').filter(({ theirs }) => theirs === null).map(takeUnsaved));
      sayLine({ text: `${cellsInWords(cells.length)} not saved`, more: problem, isWell: false, acts: [{ label: 'Try again', act: again }] });
    }

    function save(cells: readonly SavedCell[]): void {
      const before = new Map(cells.map(({ row }) => [row.id, row]));
      const shown = new Map([...before].map(([id, { tags, revision }]): [string, SeenTags] => [id, { tags, revision }]));
      for (const cell of cells) {
        const now = shown.get(cell.row.id);
        if (now) shown.set(cell.row.id, { ...now, tags: withValue(now.tags, keyOf(cell), cell.value) });
      }
      const changing = cells.filter((cell) => valueSeen(cell) !== cell.value);
      if (changing.length === 0) return sayLine({ text: 'Nothing to change: the cells say so already', isWell: true });
      cache.write((row) => {
        const now = shown.get(row.id);
        return now && { tags: now.tags, revision: now.revision };
      });
      recordEdit(afterOtherEdits([...before.keys()], () => send(changing).catch((error: unknown) => giveBack(changing, before, shown, error))));
    }

    return save;
  }, [sendCells, cache]);
}

/** What is said at a cell of a resource that was not written. */
function noteOf(cell: SavedCell, result: CellsResult | undefined): CellNote[] {
  switch (result?.outcome) {
    case 'changed':
    case 'unchanged':
      return [];
    case 'skipped':
      // An answer that was lost: it had been saved.
      if (valueIn(result.tags, keyOf(cell)) === cell.value) return [];
      return [{ ...cell, kind: 'unsaved', problem: 'Somebody else changed this resource meanwhile.', theirs: { tags: result.tags, revision: result.revision } }];
    case 'refused':
      return [{ ...cell, kind: 'unsaved', problem: `A resource has at most ${MAX_TAGS_PER_RESOURCE} tags.`, theirs: null }];
    default:
      return [{ ...cell, kind: 'unsaved', problem: 'This resource is gone.', theirs: null }];
  }
}

function stepBack(cells: readonly SavedCell[], results: readonly CellsResult[]): UndoStep | undefined {
  const names = new Map(cells.map(({ row }) => [row.id, row.name]));
  const written = new Map(cells.map((cell) => [`${cell.row.id} ${keyOf(cell)}`, cell.value]));
  const back = results.flatMap(({ id, before }) => cellsBack({ id, name: names.get(id) ?? id }, before, (key) => written.get(`${id} ${key}`) ?? null));
  return back.length === 0 ? undefined : back;
}
