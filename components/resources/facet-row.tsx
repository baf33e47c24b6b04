import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import type { FacetRow as Row } from './facet-rows';

interface FacetRowProps {
  row: Row;
  /** The row's accessible name. */
  name: string;
  label: ReactNode;
  /** Of the bar, from 0 to 1. */
  share: number;
  onToggle: () => void;
  onOnly: () => void;
  onNot: () => void;
  /** Where the row is a key: shows that key's values. */
  onValues?: (() => void) | undefined;
}

const BOXES = { in: 'box box-on', out: 'box box-out', none: 'box' } as const;
const ROWS = { in: 'facet-row facet-row-in', out: 'facet-row facet-row-out', none: 'facet-row' } as const;

/** One value with its count: empty, included or excluded. */
export function FacetRow({ row, name, label, share, onToggle, onOnly, onNot, onValues }: FacetRowProps) {
  const { picked, count, variants } = row;
  const box = useRef<HTMLInputElement>(null);
  const countId = useId();
  useEffect(() => {
    // Excluded is neither checked nor unchecked; only a script can say so.
    if (box.current) box.current.indeterminate = picked === 'out';
  }, [picked]);
  const style: CSSProperties & { '--share': number } = { '--share': Math.min(1, share) };
  const title = variants.length > 1 ? `${name}: also spelled ${variants.slice(1).join(', ')}` : name;
  return (
    <li className={ROWS[picked]} style={style}>
      <label title={title}>
        <input ref={box} type="checkbox" checked={picked === 'in'} aria-label={name} aria-describedby={countId} onChange={onToggle} />
        <span className={BOXES[picked]}>{picked !== 'none' && <Icon name={picked === 'in' ? 'check' : 'minus'} />}</span>
        <span className="facet-label">{label}</span>
      </label>
      <span className="facet-acts">
        {onValues && (
          <button type="button" aria-label={`Values of ${name}`} onClick={onValues}>
            values
          </button>
        )}
        {!onValues && (
          <button type="button" aria-label={`Only ${name}`} onClick={onOnly}>
            only
          </button>
        )}
        {picked !== 'out' && (
          <button type="button" aria-label={`Not ${name}`} onClick={onNot}>
            not
          </button>
        )}
      </span>
      <span className="facet-count" id={countId}>
        {picked === 'out' && <span className="facet-out">excluded</span>}
        {count === undefined ? '–' : exactNumber(count)}
      </span>
    </li>
  );
}
