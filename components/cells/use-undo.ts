'use client';

import { useMemo } from 'react';
import type { CellsResult } from '@/domain/tag-cells';
import { afterOtherEdits } from '../tags/edit-queue';
import { reasonOf } from '../tags/refusal';
import { cellsBack, type StepCell, type UndoStep, undoSteps } from '../tags/undo-steps';
import { type CellNote, putNotes } from './cell-notes';
import { cellsInWords } from './cells-in-words';
import { sayLine } from './edit-line';
import { useSendCells } from './use-send-cells';

const WORDS = { undo: ['Undone', 'undo'], redo: ['Done again', 'do again'] } as const;

/** Takes the last edit of this tab back, or does it again: wherever nobody has changed the tag since; where somebody has, it is said there. */
export function useUndo(): (way: 'undo' | 'redo') => void {
  const sendCells = useSendCells();
  return useMemo(() => {
    async function putBack(step: UndoStep, done: string): Promise<UndoStep | undefined> {
      const ids = [...new Set(step.map(({ id }) => id))];
      const cells = step.map(({ id, key, value, expected, restores }) => ({ id, key, value, expected, restores }));
      const answer = await afterOtherEdits(ids, () => sendCells(cells).then((answered) => ({ answered }), (error: unknown) => ({ error })));
      if ('error' in answer) throw answer.error;
      const { answered } = answer;
      sayWhatBecame(step, answered, done);
      const back = step.flatMap((cell): StepCell[] => {
        const before = answered.get(cell.id)?.before.filter(({ key }) => key === cell.key) ?? [];
        return cellsBack(cell, before, () => cell.value);
      });
      return back.length === 0 ? undefined : back;
    }

    return (way) => {
      const [done, wanted] = WORDS[way];
      undoSteps[way]((step) => putBack(step, done)).then(
        (found) => {
          if (!found) sayLine({ text: `Nothing more to ${wanted}`, isWell: true });
        },
        (error: unknown) => sayLine({ text: `Not ${done.toLowerCase()}`, more: `${reasonOf(error)} It can be tried again.`, isWell: false, canUndo: true }),
      );
    };
  }, [sendCells]);
}

function sayWhatBecame(step: UndoStep, answered: ReadonlyMap<string, CellsResult>, done: string): void {
  const left = step.filter(({ id }) => !['changed', 'unchanged'].includes(answered.get(id)?.outcome ?? 'gone'));
  if (left.length > 0) putNotes(...left.map((cell) => noteOf(cell, answered.get(cell.id))));
  const [only] = step;
  const what = step.length === 1 && only ? `tag:${only.key} of ${only.name}` : cellsInWords(step.length - left.length);
  const more = left.length === 0 ? undefined : `${cellsInWords(left.length)} left as they are: changed by somebody else since`;
  if (left.length === step.length) sayLine({ text: `Not ${done.toLowerCase()}: ${what}`, more: 'Somebody else changed it since', isWell: false });
  else sayLine({ text: `${done}: ${what}`, more, isWell: left.length === 0, canUndo: true });
}

const noteOf = ({ id, name, key }: StepCell, result: CellsResult | undefined): CellNote => ({
  kind: 'said',
  row: { id, name, tags: result?.tags ?? {}, revision: result?.revision ?? 0 },
  column: `tag:${key}`,
  text: result === undefined || result.outcome === 'gone' ? 'This resource is gone: there is nothing to put back.' : 'Changed by somebody else since: it stays as it is.',
  isBad: true,
});
