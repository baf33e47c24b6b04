import type { KeyboardEvent, PointerEvent } from 'react';
import { LEAST_WIDTH, MOST_WIDTH } from './column-layout';

const STEP = 8;
const LONG_STEP = 48;

interface ColumnSeparatorProps {
  label: string;
  /** What it is at least when nobody set it. */
  width: number;
  onWidth: (width: number) => void;
  onFit: () => void;
}

const widthOf = (separator: HTMLElement): number => separator.parentElement?.offsetWidth ?? 0;

/** The edge of a column's head: dragged, or moved with the arrow keys; Enter or a double click makes it fit. */
export function ColumnSeparator({ label, width, onWidth, onFit }: ColumnSeparatorProps) {
  const setWidth = (next: number) => onWidth(Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, next))));

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    // No text is selected on the way.
    event.preventDefault();
    const separator = event.currentTarget;
    separator.focus();
    separator.setPointerCapture(event.pointerId);
    const start = widthOf(separator) - event.clientX;
    const onMove = (move: globalThis.PointerEvent) => setWidth(start + move.clientX);
    const onEnd = () => separator.removeEventListener('pointermove', onMove);
    separator.addEventListener('pointermove', onMove);
    separator.addEventListener('lostpointercapture', onEnd, { once: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.shiftKey ? LONG_STEP : STEP;
    if (event.key === 'ArrowRight') setWidth(widthOf(event.currentTarget) + step);
    else if (event.key === 'ArrowLeft') setWidth(widthOf(event.currentTarget) - step);
    else if (event.key === 'Home') setWidth(LEAST_WIDTH);
    else if (event.key === 'Enter') onFit();
    else return;
    event.preventDefault();
  };

  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={width}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      title="Drag or use the arrow keys; a double click or Enter fits the content"
      tabIndex={0}
      className="column-separator"
      onPointerDown={onPointerDown}
      onDoubleClick={onFit}
      onKeyDown={onKeyDown}
    />
  );
}
