'use client';

import '../pictures/pictures.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { columnLabel } from '@/domain/columns';
import type { FacetCounts } from '@/domain/facet-counts';
import { FIELDS } from '@/domain/fields';
import { facetState, toggleFacetValue } from '@/domain/selector/facet-terms';
import { hasTimeRange, withoutTimeRange, withTimeRange } from '@/domain/selector/time-range';
import type { Selector } from '@/domain/selector/tree';
import { STATUSES } from '@/domain/status';
import { COUNTED_TIMES } from '@/domain/time-counts';
import type { PictureChoice } from '../pictures/picture-choice';
import { TimePicture } from '../pictures/time-picture';
import { type ValueBar, ValueBars } from '../pictures/value-bars';
import { useTRPC } from '../trpc';
import { useIsLate } from '../ui/use-is-late';
import { drawFacetValue } from './draw-facet-value';
import { facetRows } from './facet-rows';
import { PictureValuesButton } from './picture-values-button';

const TOP_VALUES = 12;

interface PicturesBesideProps {
  q: string;
  selector: Selector;
  choice: PictureChoice;
  /** As they stand in the strip. */
  statuses: FacetCounts | undefined;
  /** When the list was read: the pictures are read anew with it. */
  asOf: string | undefined;
  onSelector: (selector: Selector) => void;
  onChoice: (choice: PictureChoice) => void;
}

/** Statuses, a time and the top values of a field or key over the query; whatever is pressed edits the query. */
export function PicturesBeside({ q, selector, choice, statuses, asOf, onSelector, onChoice }: PicturesBesideProps) {
  const { time, values } = choice;
  const trpc = useTRPC();
  const times = useQuery(trpc.resources.times.queryOptions({ q, field: time }, { placeholderData: keepPreviousData }));
  const facets = useQuery(trpc.resources.facets.queryOptions({ q, facets: [values], limit: TOP_VALUES }, { placeholderData: keepPreviousData }));
  const areTimesLate = useIsLate(times.isPlaceholderData);
  const areFacetsLate = useIsLate(facets.isPlaceholderData);
  const drawnAt = useRef(asOf);
  const { refetch: readTimes } = times;
  const { refetch: readFacets } = facets;
  useEffect(() => {
    if (drawnAt.current === asOf) return;
    drawnAt.current = asOf;
    void readTimes({ cancelRefetch: false });
    void readFacets({ cancelRefetch: false });
  }, [asOf, readTimes, readFacets]);

  const counted = facets.data?.facets.find(({ field }) => field === values);
  const { label } = FIELDS[time];
  const valuesLabel = columnLabel(values);
  const toggle = (facet: string) => (value: string | null, mode: 'include' | 'exclude') => onSelector(toggleFacetValue(selector, facet, value, mode));
  return (
    <div className="pictures">
      <section className="picture" aria-label="Statuses">
        <div className="picture-head">
          <h3>Status</h3>
        </div>
        <div className="picture-body">
          <ValueBars label="Statuses" bars={barsOf('status', statuses, selector, STATUSES)} more={0} onToggle={toggle('status')} />
        </div>
      </section>
      <section className="picture" aria-label="Times">
        <div className="picture-head">
          <h3 className="sr-only">{label}</h3>
          <div className="picture-times" role="group" aria-label="Which time">
            {COUNTED_TIMES.map((each) => (
              <button key={each} type="button" aria-pressed={each === time} onClick={() => onChoice({ ...choice, time: each })}>
                {FIELDS[each].label}
              </button>
            ))}
          </div>
        </div>
        <div className="picture-body" data-late={areTimesLate ? '' : undefined}>
          {times.data && (
            <TimePicture
              // Another histogram has other buckets: nothing of it is marked.
              key={`${time} ${q}`}
              label={label}
              counts={times.data}
              limited={hasTimeRange(selector, time)}
              onRange={(from, before) => onSelector(withTimeRange(selector, time, from, before))}
              onAll={() => onSelector(withoutTimeRange(selector, time))}
            />
          )}
          {times.isError && <Failed onAgain={() => void readTimes()} />}
        </div>
      </section>
      <section className="picture" aria-label="Top values">
        <div className="picture-head">
          <h3 className={`truncate ${values.includes(':') ? 'font-mono' : ''}`}>{valuesLabel}</h3>
          <PictureValuesButton values={values} label={valuesLabel} onValues={(next) => onChoice({ ...choice, values: next })} />
        </div>
        <div className="picture-body" data-late={areFacetsLate ? '' : undefined}>
          {counted && <ValueBars label={`Top values of ${valuesLabel}`} bars={barsOf(values, counted, selector)} more={counted.more} onToggle={toggle(values)} />}
          {facets.isError && <Failed onAgain={() => void readFacets()} />}
        </div>
      </section>
    </div>
  );
}

function barsOf(facet: string, counts: FacetCounts | undefined, selector: Selector, always?: readonly string[]): ValueBar[] {
  const { rows } = facetRows({ counts, state: facetState(selector, facet), limit: TOP_VALUES, ...(always ? { always } : {}) });
  return rows.map(({ value, count, picked }) => {
    const name = value === null ? 'none' : value === '' ? 'without a value' : value;
    const isStatus = facet === 'status' && value !== null;
    return { value, name, label: value === null || value === '' ? <i className="text-ink-3">{name}</i> : drawFacetValue(facet, value), count, picked, ...(isStatus ? { fill: `var(--${value.toLowerCase()}-fill)` } : {}) };
  });
}

function Failed({ onAgain }: { onAgain: () => void }) {
  return (
    <p className="picture-note" role="status">
      This could not be read.{' '}
      <button type="button" className="link" onClick={onAgain}>
        Try again
      </button>
    </p>
  );
}
