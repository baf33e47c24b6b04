import type { KeyboardEvent } from 'react';

interface BrushHandleProps {
  label: string;
  side: 'first' | 'last';
  at: number;
  min: number;
  max: number;
  count: number;
  /** The time at this end. */
  text: string;
  onMove: (at: number) => void;
  onApply: () => void;
  onReset: () => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };

/** One end of what is marked, for the keyboard. */
export function BrushHandle({ label, side, at, min, max, count, text, onMove, onApply, onReset }: BrushHandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) onMove(Math.max(min, Math.min(max, at + step)));
    else if (event.key === 'Enter') onApply();
    else if (event.key === 'Escape') onReset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const edge = ((side === 'first' ? at : at + 1) / Math.max(1, count)) * 100;
  return (
    <span
      role="slider"
      tabIndex={0}
      className={`brush-handle brush-${side}`}
      style={{ left: `${edge}%` }}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={at}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
    />
  );
}
