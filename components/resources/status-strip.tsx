import './status-strip.css';
import type { ReactNode } from 'react';
import type { FacetCounts } from '@/domain/facet-counts';
import { type FacetState } from '@/domain/selector/facet-terms';
import { fold } from '@/domain/fold';
import { type Status, STATUSES } from '@/domain/status';
import { StatusGlyph } from '../resource-signs/status-mark';
import { exactNumber } from '../ui/exact-number';
import { useIsLate } from '../ui/use-is-late';

interface StatusStripProps {
  /** How many resources match; undefined while it is not known. */
  total: number | undefined;
  everything: number | undefined;
  /** The list could not be read. */
  failed: boolean;
  outdated: boolean;
  counts: FacetCounts | undefined;
  state: FacetState;
  onStatus: (status: Status) => void;
  children: ReactNode;
}

/** How many there are, and how they are: each count is one of the status facet, and filters as it does. */
export function StatusStrip({ total, everything, failed, outdated, counts, state, onStatus, children }: StatusStripProps) {
  const isLate = useIsLate(outdated);
  const countOf = (status: Status) => (failed || !counts ? undefined : (counts.values.find(({ value }) => value === status)?.count ?? 0));
  const picksSome = state.included.length > 0;
  const isPicked = (status: Status) => state.included.includes(fold(status));
  const isListed = (status: Status) => (picksSome ? isPicked(status) : !state.excluded.includes(fold(status)));
  return (
    <div className="strip" data-late={isLate ? '' : undefined}>
      <p className="strip-total">
        <strong>{failed ? 'Not known' : total === undefined ? '–' : exactNumber(total)}</strong>
        {!failed && everything !== undefined && <span> of {exactNumber(everything)}</span>}
      </p>
      <ul className="strip-counts" aria-label="Status of the matches">
        {STATUSES.map((status) => {
          const count = countOf(status);
          return (
            <li key={status}>
              <button type="button" aria-pressed={isPicked(status)} data-listed={isListed(status) ? '' : undefined} aria-label={`${count === undefined ? '–' : exactNumber(count)} ${status}`} onClick={() => onStatus(status)}>
                <StatusGlyph status={status} />
                <b>{count === undefined ? '–' : exactNumber(count)}</b>
                <span>{status}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="strip-tools">{children}</div>
      <div className="strip-bar" aria-hidden>
        {STATUSES.filter((status) => isListed(status) && (countOf(status) ?? 0) > 0).map((status) => (
          <i key={status} className={`bar-${status.toLowerCase()}`} style={{ flex: `${countOf(status)} 0 3px` }} />
        ))}
      </div>
    </div>
  );
}
