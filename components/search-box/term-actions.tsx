import { printSelector } from '@/domain/selector/print-selector';
import { invert, partsOf, replacePart } from '@/domain/selector/selector-parts';
import type { Selector } from '@/domain/selector/tree';
import { Icon } from '../ui/icon';

export interface PointedTerm {
  /** Which part of the query, and where its right edge is. */
  place: number;
  right: number;
}

interface TermActionsProps {
  selector: Selector;
  term: PointedTerm;
  onSelector: (selector: Selector) => void;
}

/** What can be done with the term under the pointer; a click on the term itself puts the caret there. Keys do the same in the text. */
export function TermActions({ selector, term, onSelector }: TermActionsProps) {
  const part = partsOf(selector)[term.place];
  if (part === undefined) return null;
  const text = printSelector(part);
  const isNot = part.type === 'not';
  return (
    <span className="term-acts" style={{ left: term.right }} onMouseDown={(event) => event.preventDefault()}>
      <button type="button" tabIndex={-1} aria-label={`${isNot ? 'Include' : 'Exclude'} ${isNot ? printSelector(part.part) : text}`} onClick={() => onSelector(replacePart(selector, term.place, invert(part)))}>
        <Icon name={isNot ? 'plus' : 'minus'} />
      </button>
      <button type="button" tabIndex={-1} aria-label={`Remove ${text}`} onClick={() => onSelector(replacePart(selector, term.place))}>
        <Icon name="x" />
      </button>
    </span>
  );
}

/** The part of the query whose drawing lies under the pointer. */
export function termAt(mirror: HTMLElement, selector: Selector, x: number): PointedTerm | undefined {
  const blocks = [...mirror.querySelectorAll<HTMLElement>('.run')];
  const parts = partsOf(selector);
  // Under OR several blocks are one part.
  if (blocks.length !== parts.length) return undefined;
  const left = mirror.getBoundingClientRect().left;
  for (const [place, block] of blocks.entries()) {
    const box = block.getBoundingClientRect();
    if (x >= box.left - 2 && x <= box.right + 2) return { place, right: Math.min(box.right, mirror.getBoundingClientRect().right) - left };
  }
  return undefined;
}
