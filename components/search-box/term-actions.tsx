import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { printSelector } from '@/domain/selector/print-selector';
import { invert, partsOf, replacePart } from '@/domain/selector/selector-parts';
import type { Selector, Span } from '@/domain/selector/tree';
import { Icon, type IconName } from '../ui/icon';
import { boxOf, spanOfPart } from './term-place';

interface TermActionsProps {
  selector: Selector;
  input: RefObject<HTMLInputElement | null>;
  mirror: RefObject<HTMLElement | null>;
  /** The part under the pointer. */
  pointed: number | undefined;
  /** The part to which Tab leads. */
  atCaret: number;
  /** `said`: what was done, for who does not see it. */
  onSelector: (selector: Selector, said: string) => void;
  onEdit: (span: Span) => void;
}

/**
 * What can be done with one term: the one under the pointer, or the one to which the arrow keys have led. All of it is one stop of Tab
 * behind the text: left and right go from button to button and on to the next term.
 */
export function TermActions({ selector, input, mirror, pointed, atCaret, onSelector, onEdit }: TermActionsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [walked, setWalked] = useState<number>();
  const [stop, setStop] = useState(0);
  const parts = partsOf(selector);
  const place = Math.min(walked ?? pointed ?? atCaret, parts.length - 1);
  const part = parts[place];
  const isWalked = walked !== undefined;
  const shown = isWalked ? 'keys' : pointed === undefined ? undefined : 'pointer';

  // Measured only where it is seen: whoever types would wait for the browser to lay out the page.
  useLayoutEffect(() => {
    const span = spanOfPart(selector, place);
    if (shown === undefined || !bar.current || !mirror.current || !input.current || !span) return;
    if (isWalked) showSpan(mirror.current, input.current, span);
    const frame = mirror.current.getBoundingClientRect();
    const box = boxOf(mirror.current, span);
    // Over the end of the term for the pointer, which points at it; below it for the keys, so that it is read while it is chosen.
    const left = isWalked ? (box?.left ?? 0) : Math.min(box?.right ?? 0, frame.right) - bar.current.offsetWidth + 4;
    bar.current.style.left = `${Math.max(0, left - frame.left)}px`;
  }, [selector, place, shown, isWalked, mirror, input]);

  const span = spanOfPart(selector, place);
  if (part === undefined || span === undefined) return null;
  const text = printSelector(part);
  const isNot = part.type === 'not';
  const apply = (next: Selector, said: string) => {
    onSelector(next, said);
    if (!isWalked || partsOf(next).length === 0) input.current?.focus();
  };
  const actions: { icon: IconName; name: string; act: () => void }[] = [
    { icon: isNot ? 'plus' : 'minus', name: isNot ? `Include ${printSelector(part.part)}` : `Exclude ${text}`, act: () => apply(replacePart(selector, place, invert(part)), isNot ? `Included ${printSelector(part.part)}` : `Excluded ${text}`) },
    { icon: 'x', name: `Remove ${text}`, act: () => apply(replacePart(selector, place), `Removed ${text}, ${termsLeft(parts.length - 1)}`) },
    { icon: 'pencil', name: `Edit ${text}`, act: () => onEdit(span) },
  ];

  const goTo = (button: number, term: number) => {
    setWalked(term);
    setStop(button);
    bar.current?.querySelectorAll('button')[button]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = place * actions.length + stop;
    const last = parts.length * actions.length - 1;
    const to = { ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1), Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      goTo(to % actions.length, Math.floor(to / actions.length));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      input.current?.focus();
    }
  };
  const onStop = (button: number) => {
    // Where the keys have just led is newer than what this was drawn for.
    setWalked((latest) => latest ?? place);
    setStop(button);
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (bar.current?.contains(relatedTarget)) return;
    setWalked(undefined);
    setStop(0);
  };

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={`Term ${place + 1} of ${parts.length}: ${text}`}
      className="term-acts"
      data-shown={shown}
      // The focus stays in the box, whatever is pressed here.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {actions.map(({ icon, name, act }, button) => (
        <button key={button} type="button" tabIndex={button === stop ? 0 : -1} aria-label={name} onFocus={() => onStop(button)} onClick={act}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}

const termsLeft = (count: number) => (count === 0 ? 'no term is left' : count === 1 ? 'one term is left' : `${count} terms are left`);

/** Scrolls the text so that the term is seen whole, or its end. */
function showSpan(mirror: HTMLElement, input: HTMLInputElement, span: Span): void {
  const frame = mirror.getBoundingClientRect();
  const box = boxOf(mirror, span);
  if (box === undefined) return;
  const by = box.right > frame.right ? box.right - frame.right + 4 : Math.min(0, box.left - frame.left - 4);
  mirror.scrollLeft += by;
  input.scrollLeft = mirror.scrollLeft;
}
