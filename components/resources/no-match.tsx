'use client';

import { useQueries } from '@tanstack/react-query';
import { printSelector } from '@/domain/selector/print-selector';
import { partsOf, replacePart } from '@/domain/selector/selector-parts';
import type { Selector, SelectorNode } from '@/domain/selector/tree';
import { useTRPC } from '../trpc';
import { exactNumber } from '../ui/exact-number';
import { ListState } from './list-state';

/** Beyond these, terms are not counted one by one. */
const COUNTED_TERMS = 12;
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

interface NoMatchProps {
  selector: Selector;
  onSelector: (selector: Selector) => void;
}

/** Nothing matches: each term is counted alone and left out, so that the one which removes everything shows. */
export function NoMatch({ selector, onSelector }: NoMatchProps) {
  const parts = partsOf(selector).slice(0, COUNTED_TERMS);
  const alone = useCounts(parts);
  const without = useCounts(parts.length > 1 ? parts.map((_, place) => replacePart(selector, place)) : []);
  const culprits = parts.filter((_, place) => (without[place] ?? 0) > 0);
  const [culprit] = culprits;
  return (
    <ListState title={titleOf(partsOf(selector).length)} says={culprits.length === 1 && culprit ? <>Without <code>{printSelector(culprit)}</code> there would be matches.</> : whyNot(parts, alone)}>
      <table className="terms">
        <thead>
          <tr>
            <th scope="col">Term</th>
            <th scope="col">Matches alone</th>
            <th scope="col">Without it</th>
            <th>
              <span className="sr-only">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, place) => {
            const text = printSelector(part);
            return (
              <tr key={place} data-culprit={(without[place] ?? 0) > 0 ? '' : undefined}>
                <td>
                  <span className={termClass(part)} title={text}>
                    {text}
                  </span>
                </td>
                <td>{countText(alone[place])}</td>
                <td>{parts.length > 1 ? countText(without[place]) : ''}</td>
                <td>
                  <button type="button" className="btn btn-quiet" aria-label={`Remove ${text}`} onClick={() => onSelector(replacePart(selector, place))}>
                    Remove
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="list-state-acts">
        <button type="button" className="btn" onClick={() => onSelector({ type: 'everything' })}>
          Clear the query
        </button>
      </div>
    </ListState>
  );
}

function useCounts(selectors: readonly Selector[]): (number | undefined)[] {
  const trpc = useTRPC();
  return useQueries({
    queries: selectors.map((selector) => trpc.resources.count.queryOptions({ q: printSelector(selector) })),
    combine: (results) => results.map(({ data }) => data?.value),
  });
}

const titleOf = (terms: number): string => {
  if (terms === 1) return 'Nothing matches this term';
  if (terms === 2) return 'Nothing matches both terms';
  return `Nothing matches all ${WORDS[terms] ?? exactNumber(terms)} terms`;
};

function whyNot(parts: readonly SelectorNode[], alone: readonly (number | undefined)[]) {
  const empty = parts.filter((_, place) => alone[place] === 0);
  const [first] = empty;
  if (first && empty.length === 1) return <><code>{printSelector(first)}</code> matches no resource.</>;
  if (empty.length > 1) return `${empty.length} of the terms match no resource.`;
  return parts.length > 1 ? 'Each term matches some resources, but no resource has them all.' : 'The registry has resources, but none like this.';
}

const countText = (count: number | undefined): string => (count === undefined ? '–' : exactNumber(count));

const termClass = (part: SelectorNode): string => (part.type === 'not' ? 'term term-not' : part.type === 'text' ? 'term term-text' : 'term');
