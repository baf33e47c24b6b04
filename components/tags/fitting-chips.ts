import { spellTag } from './tag-draft';

const CHIP_PADDING = 13;
const CHIP_MAX = 200;
const GAP = 4;

/** Of Geist at 12 px, a little generous: a chip that was thought too wide is counted, one thought too narrow would be cut. */
const NARROW = /[ijl.,:;'|! ]/;
const WIDE = /[mwMW@%]/;
const MIDDLE = /[a-z0-9=\-_/()]/;

export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += NARROW.test(letter) ? 3.6 : WIDE.test(letter) ? 10.6 : MIDDLE.test(letter) ? 7 : letter < '\u0100' ? 8.4 : 12.5;
  return width;
}

const chipWidth = ([name, value]: readonly [string, string]): number => Math.min(CHIP_MAX, CHIP_PADDING + textWidth(spellTag(name, value)));
const moreWidth = (count: number): number => (count === 0 ? 0 : GAP + 6 + textWidth(`+${count}`));

/** How many whole chips fit into the width, with the number of the others behind them. */
export function fittingChips(tags: readonly (readonly [string, string])[], width: number): number {
  let used = 0;
  let fitting = 0;
  for (const [position, tag] of tags.entries()) {
    used += chipWidth(tag) + (position === 0 ? 0 : GAP);
    if (used + moreWidth(tags.length - position - 1) <= width) fitting = position + 1;
  }
  return fitting;
}
