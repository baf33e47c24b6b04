import { partsOf } from '@/domain/selector/selector-parts';
import type { Selector, Span } from '@/domain/selector/tree';

/** Where a part of the query stands in the text it was read from. */
export const spanOfPart = (selector: Selector, place: number): Span | undefined => partsOf(selector)[place]?.at;

/** The part that the caret is in or right behind; the last one where it is in none. */
export function partAtCaret(selector: Selector, caret: number): number {
  const parts = partsOf(selector);
  const place = parts.findIndex(({ at }) => at !== undefined && at.position <= caret && caret <= at.position + at.length);
  return place < 0 ? parts.length - 1 : place;
}

/** The part whose drawing lies under the pointer. */
export function partUnder(mirror: HTMLElement, selector: Selector, x: number): number | undefined {
  const place = partsOf(selector).findIndex(({ at }) => {
    const box = at && boxOf(mirror, at);
    return box !== undefined && x >= box.left - 2 && x <= box.right + 2;
  });
  return place < 0 ? undefined : place;
}

/** Where these characters of the drawn query are on the screen. */
export function boxOf(mirror: HTMLElement, { position, length }: Span): DOMRect | undefined {
  const [start, end] = [textAt(mirror, position + 1), textAt(mirror, position + length)];
  if (start === undefined || end === undefined) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset - 1);
  range.setEnd(end.node, end.offset);
  return range.getBoundingClientRect();
}

/** The piece of the drawing that holds the character before this offset. */
function textAt(mirror: HTMLElement, offset: number): { node: Node; offset: number } | undefined {
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (offset <= before + length) return { node, offset: offset - before };
    before += length;
  }
  return undefined;
}
