'use client';

import { useQuery } from '@tanstack/react-query';
import type { ExplainedPart, Explanation } from '@/domain/selector/explanation';
import { printSelector } from '@/domain/selector/print-selector';
import { partsOf, replacePart } from '@/domain/selector/selector-parts';
import type { Selector, SelectorNode } from '@/domain/selector/tree';
import { useTRPC } from '../trpc';
import { exactNumber } from '../ui/exact-number';
import { ListState } from './list-state';

/** Beyond these, terms are not weighed one by one. */
const WEIGHED_TERMS = 12;
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

interface NoMatchProps {
  selector: Selector;
  onQuery: (query: string) => void;
}

/** Nothing matches: each term is counted alone and left out, so that the one which removes everything shows. */
export function NoMatch({ selector, onQuery }: NoMatchProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.resources.explain.queryOptions({ q: printSelector(selector) }));
  const parts = partsOf(selector).slice(0, WEIGHED_TERMS);
  return (
    <ListState title={titleOf(partsOf(selector).length)} says={data ? <WhyNot explanation={data} /> : 'Counting each term alone, and the query without it.'}>
      <table className="terms">
        <thead>
          <tr>
            <th scope="col">Term</th>
            <th scope="col">Matches alone</th>
            <th scope="col">Without it</th>
            <th>
              <span className="sr-only">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, place) => (
            <TermRow key={place} part={part} weighed={data?.parts[place]} isCulprit={data?.culprit === place} onQuery={onQuery} without={printSelector(replacePart(selector, place))} />
          ))}
        </tbody>
      </table>
      <div className="list-state-acts">
        <button type="button" className="btn" onClick={() => onQuery('')}>
          Clear the query
        </button>
      </div>
    </ListState>
  );
}

interface TermRowProps {
  part: SelectorNode;
  weighed: ExplainedPart | undefined;
  isCulprit: boolean;
  without: string;
  onQuery: (query: string) => void;
}

function TermRow({ part, weighed, isCulprit, without, onQuery }: TermRowProps) {
  const text = printSelector(part);
  const nearest = weighed?.nearest;
  return (
    <tr data-culprit={isCulprit ? '' : undefined}>
      <td>
        <span className={termClass(part)} title={text}>
          {text}
        </span>
      </td>
      <td>{countText(weighed?.alone)}</td>
      <td>{countText(weighed?.without)}</td>
      <td>
        {nearest && (
          <button type="button" className="btn btn-primary" title={`${nearest.query}: ${exactNumber(nearest.count)}`} onClick={() => onQuery(nearest.query)}>
            Use {nearest.value}
          </button>
        )}
        <button type="button" className="btn btn-quiet" aria-label={`Remove ${text}`} onClick={() => onQuery(without)}>
          Remove
        </button>
      </td>
    </tr>
  );
}

/** Which term removes everything, and what the fleet writes instead. */
function WhyNot({ explanation: { parts, culprit } }: { explanation: Explanation }) {
  const guilty = culprit === null ? undefined : parts[culprit];
  const empty = parts.filter(({ alone }) => alone === 0);
  const [first] = empty;
  if (guilty === undefined && first === undefined) {
    return parts.length > 1 ? 'Each term matches some resources, but no resource has them all.' : 'The registry has resources, but none like this.';
  }
  if (guilty === undefined && empty.length > 1) return `${exactNumber(empty.length)} of the terms match no resource.`;
  const shown = guilty ?? first;
  if (shown === undefined) return null;
  return (
    <>
      <code>{shown.term}</code> {guilty && parts.length > 1 ? 'removes everything' : 'matches nothing'}
      {shown.alone === 0 ? ': no resource has that.' : ': together with the other terms it leaves none.'}
      {shown.nearest && (
        <>
          {' '}
          This fleet writes it <code>{shown.nearest.value}</code>.
        </>
      )}
    </>
  );
}

const titleOf = (terms: number): string => {
  if (terms === 1) return 'Nothing matches this term';
  if (terms === 2) return 'Nothing matches both terms';
  return `Nothing matches all ${WORDS[terms] ?? exactNumber(terms)} terms`;
};

const countText = (count: number | undefined): string => (count === undefined ? '–' : exactNumber(count));

const termClass = (part: SelectorNode): string => (part.type === 'not' ? 'term term-not' : part.type === 'text' ? 'term term-text' : 'term');
