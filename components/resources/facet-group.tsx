'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FacetCounts } from '@/domain/facet-counts';
import { facetState, toggleFacetValue, withFacetValue, withoutFacet } from '@/domain/selector/facet-terms';
import type { Selector } from '@/domain/selector/tree';
import { Icon } from '../ui/icon';
import { useTRPC } from '../trpc';
import { drawFacetValue } from './draw-facet-value';
import { facetNote, facetRows } from './facet-rows';
import { FacetRow } from './facet-row';
import { FacetSearch } from './facet-search';

const FEW = 6;
const SEARCHED_ABOVE = 8;
const MANY = 200;

export interface FacetGroupProps {
  /** As the API calls it: `group`, `tag:env`. */
  facet: string;
  title: string;
  /** What stands for the resources that have none. */
  noneLabel: string;
  q: string;
  selector: Selector;
  counts: FacetCounts | undefined;
  total: number | undefined;
  always?: readonly string[];
  onSelector: (selector: Selector) => void;
  onValues?: (key: string) => void;
  onDismiss?: () => void;
}

/** The values of one field or key with their counts; what is picked edits the query's tree. */
export function FacetGroup({ facet, title, noneLabel, q, selector, counts, total, always, onSelector, onValues, onDismiss }: FacetGroupProps) {
  const [open, setOpen] = useState(true);
  const [expanded, setExpanded] = useState(false);
  const [search, setSearch] = useState('');
  const trpc = useTRPC();
  const asksMore = search !== '' || (expanded && (counts?.more ?? 0) > 0);
  const more = useQuery(
    trpc.resources.facets.queryOptions(
      { q, facets: [facet], limit: MANY, ...(search === '' ? {} : { search }) },
      { enabled: asksMore, placeholderData: keepPreviousData },
    ),
  );
  const shownCounts = asksMore ? (more.data?.facets[0] ?? counts) : counts;
  const state = facetState(selector, facet);
  const { rows, hidden } = facetRows({ counts: shownCounts, state, ...(always ? { always } : {}), limit: expanded || search !== '' ? MANY : always ? always.length : FEW });
  const known = Math.max(always?.length ?? 0, counts ? counts.values.length + counts.more : 0);
  const note = facetNote(state, known);
  const mono = facet.includes(':');

  return (
    <section className="facet" role="group" aria-label={title}>
      <div className="facet-head">
        <h3>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={mono ? 'font-mono' : ''} title={title}>
            <Icon name={open ? 'chevron-down' : 'chevron-right'} />
            <span className="truncate">{title}</span>
          </button>
        </h3>
        <span className="facet-note">
          <span className="truncate" title={note}>{note}</span>
          {note !== '' && (
            <button type="button" aria-label={`Clear ${title}`} onClick={() => onSelector(withoutFacet(selector, facet))}>
              clear
            </button>
          )}
          {note === '' && onDismiss && (
            <button type="button" aria-label={`Close ${title}`} onClick={onDismiss}>
              close
            </button>
          )}
        </span>
      </div>
      {open && known > SEARCHED_ABOVE && <FacetSearch title={title} text={search} found={search === '' ? undefined : shownCounts && shownCounts.values.length + shownCounts.more} known={known} onText={setSearch} />}
      {open && (
        <ul>
          {rows.map((row) => {
            const { value } = row;
            const name = value === null ? noneLabel : value === '' ? 'without a value' : value;
            return (
              <FacetRow
                key={value ?? '\u0000none'}
                row={row}
                name={name}
                label={value === null || value === '' ? <i className="truncate text-ink-3">{name}</i> : drawFacetValue(facet, value)}
                share={total ? (row.count ?? 0) / total : 0}
                onToggle={() => onSelector(toggleFacetValue(selector, facet, value, row.picked === 'out' ? 'exclude' : 'include'))}
                onNot={() => onSelector(toggleFacetValue(selector, facet, value, 'exclude'))}
                onOnly={() => onSelector(withFacetValue(selector, facet, value))}
                onValues={onValues && value !== null ? () => onValues(value) : undefined}
              />
            );
          })}
        </ul>
      )}
      {open && rows.length === 0 && <p className="facet-empty">{counts === undefined ? '' : search === '' ? 'no values' : 'no value contains this'}</p>}
      {open && search === '' && (hidden > 0 || expanded) && (
        <button type="button" className="facet-more" aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>
          {expanded && !asksMore ? 'fewer' : expanded ? (hidden > 0 ? `${hidden.toLocaleString('en-US')} more, search for them` : 'fewer') : `${hidden.toLocaleString('en-US')} more`}
        </button>
      )}
    </section>
  );
}
