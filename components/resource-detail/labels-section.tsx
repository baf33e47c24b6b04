'use client';

import Link from 'next/link';
import { useState } from 'react';
import { compareByCodePoint } from '@/domain/fold';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { sameKeyLink } from './query-links';

interface LabelsSectionProps {
  labels: Readonly<Record<string, string>>;
  /** Only the first few, until somebody wants all. */
  brief?: boolean;
}

const FEW = 6;

/** What telemetry says of itself: to be read and filtered by, never edited. */
export function LabelsSection({ labels, brief = false }: LabelsSectionProps) {
  const [areAllShown, setAllShown] = useState(!brief);
  const all = Object.entries(labels).sort(([a], [b]) => compareByCodePoint(a, b));
  return (
    <section className="sec" aria-labelledby="labels-heading">
      <div className="sec-head">
        <h2 id="labels-heading">
          <Icon name="lock" />
          Labels
        </h2>
        {brief && all.length > FEW ? (
          <button type="button" className="link" aria-expanded={areAllShown} onClick={() => setAllShown(!areAllShown)}>
            {areAllShown ? 'Fewer' : `All ${exactNumber(all.length)}`}
          </button>
        ) : (
          <span>set by telemetry, read only</span>
        )}
      </div>
      {all.length === 0 ? (
        <p className="text-ink-3">no labels</p>
      ) : (
        <ul className="labels">
          {(areAllShown ? all : all.slice(0, FEW)).map(([key, value]) => (
            <li key={key}>
              <span title={key}>{key}</span>
              <Link href={sameKeyLink('label', key, value)} prefetch={false} title={`${value}\nShow all with this label`} aria-label={`Show all with the label ${key}=${value}`}>
                {value === '' ? <span className="text-ink-3">no value</span> : <bdi>{value}</bdi>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
