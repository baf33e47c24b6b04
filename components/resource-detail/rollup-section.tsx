'use client';

import { KIND_DESCRIPTIONS, KINDS } from '@/domain/kinds';
import { STATUSES } from '@/domain/status';
import { StatusGlyph } from '../resource-signs/status-mark';
import { exactNumber } from '../ui/exact-number';
import { useRollup } from './use-resource';

/** Everything below a resource, at any depth, by status and by kind. */
export function RollupSection({ id }: { id: string }) {
  const { data: rollup } = useRollup(id);
  if (rollup === undefined || rollup.total === 0) return null;
  const { total, byKind, byStatus } = rollup;
  const kinds = KINDS.flatMap((kind) => {
    const count = byKind[kind] ?? 0;
    const { label, plural } = KIND_DESCRIPTIONS[kind];
    return count === 0 ? [] : [`${exactNumber(count)} ${count === 1 ? label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) : plural}`];
  });
  return (
    <section className="sec" aria-labelledby="below-heading">
      <div className="sec-head">
        <h2 id="below-heading">Below it, at any depth</h2>
        <span>
          {exactNumber(total)} {total === 1 ? 'resource' : 'resources'}
        </span>
      </div>
      <div className="roll" aria-hidden>
        {STATUSES.map((status) => (byStatus[status] ? <i key={status} className={`roll-${status.toLowerCase()}`} style={{ flexGrow: byStatus[status] }} /> : null))}
      </div>
      <div className="legend">
        <ul className="legend">
          {STATUSES.map((status) => (
            <li key={status}>
              <StatusGlyph status={status} />
              <b>{exactNumber(byStatus[status] ?? 0)}</b> {status}
            </li>
          ))}
        </ul>
        <span className="ml-auto text-end whitespace-normal">{kinds.join(', ')}</span>
      </div>
    </section>
  );
}
