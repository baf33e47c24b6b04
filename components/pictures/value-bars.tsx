import type { CSSProperties, ReactNode } from 'react';
import { exactNumber } from '../ui/exact-number';

export interface ValueBar {
  /** null: the resources that have none. */
  value: string | null;
  name: string;
  label: ReactNode;
  /** Undefined while it is not known. */
  count: number | undefined;
  picked: 'in' | 'out' | 'none';
  /** The bar's colour where the value has its own. */
  fill?: string;
}

interface ValueBarsProps {
  label: string;
  bars: readonly ValueBar[];
  /** How many further values there are. */
  more: number;
  onToggle: (value: string | null, mode: 'include' | 'exclude') => void;
}

/** Values with their counts as bars on one axis: a press asks for one, or for all but it. */
export function ValueBars({ label, bars, more, onToggle }: ValueBarsProps) {
  const most = Math.max(1, ...bars.map(({ count = 0 }) => count));
  return (
    <ul className="value-bars" aria-label={label}>
      {bars.map(({ value, name, label: drawn, count, picked, fill }) => {
        const style: CSSProperties & Record<`--${string}`, string | number> = { '--share': (count ?? 0) / most, ...(fill ? { '--bar': fill } : {}) };
        return (
          <li key={value ?? '\u0000none'} data-picked={picked} style={style}>
            <button type="button" className="value-bar" title={name} aria-pressed={picked === 'in'} aria-label={`${name}, ${count === undefined ? '–' : exactNumber(count)}${picked === 'out' ? ', excluded' : ''}`} onClick={() => onToggle(value, picked === 'out' ? 'exclude' : 'include')}>
              <span className="value-name">{drawn}</span>
              <i />
              <b>{count === undefined ? '–' : exactNumber(count)}</b>
            </button>
            {picked !== 'out' && (
              <button type="button" className="value-not" aria-label={`Not ${name}`} onClick={() => onToggle(value, 'exclude')}>
                not
              </button>
            )}
          </li>
        );
      })}
      {more > 0 && <li className="value-more">{exactNumber(more)} more values</li>}
    </ul>
  );
}
