import { spellTag } from './tag-draft';

const CHIP_PADDING = 12;
const CHIP_MAX = 200;
const EQUALS_MARGIN = 2;
const GAP = 4;

/** Geist at 12 px with tabular figures, in tenths of a pixel, from the space to the tilde. */
const WIDTHS = [
  30, 26, 42, 57, 75, 96, 74, 21, 33, 33, 52, 67, 24, 50, 24, 58, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 36, 36, 65, 65, 65, 67, 109, 80, 82, 84, 83, 72, 71, 84, 86, 32, 72, 77,
  70, 105, 89, 89, 78, 88, 81, 77, 66, 83, 80, 113, 73, 69, 65, 42, 55, 42, 51, 67, 30, 66, 71, 66, 71, 67, 47, 71, 70, 29, 31, 71, 32, 105, 70, 69, 71, 71, 45, 62, 47, 69, 64,
  98, 70, 64, 64, 47, 32, 47, 63,
];
/** Of letters that another font draws: rather too wide, since a chip that was thought too narrow would be cut. */
const OTHER = 130;

/** Known without a browser, so that server and browser show the same chips. */
const textWidth = (text: string): number => [...text].reduce((width, letter) => width + (WIDTHS[letter.charCodeAt(0) - 32] ?? OTHER), 0) / 10;

const chipWidth = ([name, value]: readonly [string, string]): number =>
  Math.min(CHIP_MAX, CHIP_PADDING + textWidth(spellTag(name, value)) + (value === '' ? 0 : EQUALS_MARGIN));
const moreWidth = (count: number): number => (count === 0 ? 0 : GAP + 4 + textWidth(`+${count}`));

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
