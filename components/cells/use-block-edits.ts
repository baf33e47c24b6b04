'use client';

import { useState } from 'react';
import type { ColumnName } from '@/domain/columns';
import type { ResourceRow } from '@/domain/resource';
import { MAX_CELL_RESOURCES, MAX_CELLS } from '@/domain/tag-cells';
import { exactNumber } from '../ui/exact-number';
import type { BlockArea } from './cell-block';
import { type CellNote, dropNotes, notesWhere, putNotes } from './cell-notes';
import { cellValue } from './cell-text';
import { sayLine } from './edit-line';
import { emptyArea, fillArea, fillDown, isClean, type PastePlan, placeBlock, rowRanks } from './paste-plan';
import { type CellList, rowsHere, rowsOfRanks } from './rows-of-ranks';
import { printTsv, readTsv } from './tsv';
import { useSaveBlock } from './use-save-block';
import { type SavedCell, useSaveCell } from './use-save-cell';

export interface Question {
  plan: PastePlan;
  verb: 'Paste' | 'Fill' | 'Remove';
}

const columnsOf = ({ columns }: BlockArea): ColumnName[] => columns as ColumnName[]; // the table has no other columns
const TOO_MANY = `At most ${exactNumber(MAX_CELL_RESOURCES)} rows and ${exactNumber(MAX_CELLS)} cells are written at once`;

/** Copies, pastes, fills and empties blocks. Where some cells cannot be written it asks first, and nothing is written before the answer. */
export function useBlockEdits(list: CellList, onWritten: (area: BlockArea) => void) {
  const [question, setQuestion] = useState<Question>();
  const saveCell = useSaveCell();
  const saveBlock = useSaveBlock();
  const { source } = list;
  const isRow = (rank: number) => rank >= 0 && rank < source.count && source.headingAt?.(rank) === undefined;
  const ranksOf = (area: BlockArea) => rowRanks(area, isRow);

  const failed = () => sayLine({ text: 'Nothing was written', more: 'The rows that are not in sight could not be read. It can be tried again.', isWell: false });
  const rowsByRank = async (ranks: readonly number[]) => {
    const rows = await rowsOfRanks(list, ranks);
    return new Map(ranks.flatMap((rank, place): [number, ResourceRow][] => (rows[place] === undefined ? [] : [[rank, rows[place]]])));
  };

  async function write({ good }: PastePlan): Promise<void> {
    const rows = await rowsByRank([...new Set(good.map(({ rank }) => rank))].sort((a, b) => a - b));
    const cells = good.flatMap(({ rank, column, value }): SavedCell[] => {
      const row = rows.get(rank);
      return row === undefined ? [] : [{ row, column: column as ColumnName, value }]; // a plan has the table's columns
    });
    const [only] = cells;
    if (cells.length === 1 && only) saveCell(only);
    else if (cells.length > 0) saveBlock(cells);
  }

  async function markBad({ bad }: PastePlan): Promise<void> {
    const rows = await rowsByRank([...new Set(bad.map(({ rank }) => rank))].sort((a, b) => a - b));
    putNotes(
      ...bad.flatMap(({ rank, column, why }): CellNote[] => {
        const row = rows.get(rank);
        return row === undefined ? [] : [{ kind: 'said', row, column: column as ColumnName, text: why, isBad: true }]; // as above
      }),
    );
  }

  function carryOut(plan: PastePlan, verb: Question['verb']): void {
    const { good, bad } = plan;
    if (new Set(good.map(({ rank }) => rank)).size > MAX_CELL_RESOURCES || good.length + bad.length > MAX_CELLS) return sayLine({ text: 'Nothing was written', more: TOO_MANY, isWell: false });
    if (isClean(plan)) return void write(plan).catch(failed);
    setQuestion({ plan, verb });
    void markBad(plan).catch(failed);
  }

  return {
    question,
    answer(goes: boolean) {
      if (question === undefined) return;
      setQuestion(undefined);
      dropNotes(...notesWhere('said'));
      if (goes) void write(question.plan).catch(failed);
    },
    clear: (area: BlockArea) => carryOut(emptyArea(ranksOf(area), columnsOf(area)), 'Remove'),
    /** `rest`: the columns from the block's first one on. */
    paste(text: string, area: BlockArea, rest: readonly ColumnName[]) {
      if (text === '') return sayLine({ text: 'Nothing was pasted', more: 'The clipboard holds no text', isWell: false });
      const values = readTsv(text);
      const [first] = values;
      if (values.length === 1 && first?.length === 1) return carryOut(fillArea(first[0] ?? null, ranksOf(area), columnsOf(area)), 'Paste');
      if (values.length > MAX_CELL_RESOURCES) return sayLine({ text: 'Nothing was written', more: TOO_MANY, isWell: false });
      const ranks: number[] = [];
      for (let rank = area.start; rank < source.count && ranks.length < values.length; rank++) if (isRow(rank)) ranks.push(rank);
      const plan = placeBlock(values, ranks, rest);
      onWritten({ start: area.start, end: (ranks.at(-1) ?? area.start) + 1, columns: rest.slice(0, first?.length ?? 1) });
      carryOut(plan, 'Paste');
    },
    /** Of one row: what is above it. */
    async fillDown(area: BlockArea) {
      const ranks = ranksOf(area);
      let above = area.start - 1;
      while (above >= 0 && !isRow(above)) above--;
      const [source, ...below] = ranks.length === 1 ? [above, ...ranks] : ranks;
      if (source === undefined || source < 0 || below.length === 0) return;
      const row = await rowsByRank([source]).then((rows) => rows.get(source), failed);
      if (row) carryOut(fillDown(columnsOf(area).map((column) => cellValue(column, row)), below, columnsOf(area)), 'Fill');
    },
    copy(area: BlockArea): string | undefined {
      const ranks = ranksOf(area);
      const print = (rows: readonly ResourceRow[]) => printTsv(rows.map((row) => columnsOf(area).map((column) => cellValue(column, row))));
      const said = () => sayLine({ text: `Copied ${exactNumber(ranks.length)} × ${area.columns.length} cells`, isWell: true });
      const here = rowsHere(list, ranks);
      if (here !== undefined) {
        if (ranks.length * area.columns.length > 1) said();
        return print(here);
      }
      rowsOfRanks(list, ranks)
        .then((rows) => navigator.clipboard.writeText(print(rows)))
        .then(said, () => sayLine({ text: 'Nothing was copied', more: 'The rows that are not in sight could not be read', isWell: false }));
      return undefined;
    },
  };
}
