import { useEffect, useMemo, useRef } from 'react';
import { PopoverDialog } from '../ui/popover-dialog';
import { type PastePlan, whatIsBad } from './paste-plan';
import { exactNumber } from '../ui/exact-number';
import { cellsInWords } from './cells-in-words';

interface PasteQuestionProps {
  anchor: HTMLElement;
  plan: PastePlan;
  /** `Paste`, `Fill` or `Remove`: what is about to happen. */
  verb: string;
  onGo: () => void;
  onCancel: (keepsFocus: boolean) => void;
}

const WIDTH = 304;

/** Asked before anything is written where some cells cannot be: each of them is marked at its place. */
export function PasteQuestion({ anchor, plan, verb, onGo, onCancel }: PasteQuestionProps) {
  const anchored = useMemo(() => ({ current: anchor }), [anchor]);
  const good = plan.good.length;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <PopoverDialog label={`${verb} only a part?`} anchor={anchored} width={WIDTH} className="cell-message" onClose={onCancel}>
      <p className="cell-message-head" role="alert">
        {good === 0 ? 'None of these cells can be written' : `${exactNumber(good)} of ${cellsInWords(good + plan.bad.length)} can be written`}
      </p>
      <ul className="cell-bad">
        {whatIsBad(plan).map(({ sort, count }) => (
          <li key={sort}>
            <b>{exactNumber(count)}</b> {sort}
          </li>
        ))}
      </ul>
      <p className="text-ink-3">Nothing is written yet.{plan.bad.length > 0 && ' The others are marked in red and stay as they are.'}</p>
      <p className="cell-acts">
        {good > 0 && (
          <button ref={first} type="button" className="btn btn-primary" onClick={onGo}>
            {verb} {cellsInWords(good)}
          </button>
        )}
        <button ref={good === 0 ? first : undefined} type="button" className="btn btn-quiet" onClick={() => onCancel(true)}>
          {good === 0 ? 'Close' : 'Cancel'}
        </button>
      </p>
    </PopoverDialog>
  );
}
