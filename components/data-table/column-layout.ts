import type { ColumnMeta } from './table-features';

/** In pixels, by the column's id: what somebody set. */
export type ColumnWidths = Readonly<Record<string, number>>;

export const LEAST_WIDTH = 48;
export const MOST_WIDTH = 1_200;

interface LayoutColumn extends Pick<ColumnMeta, 'leastWidth' | 'grows' | 'leaves'> {
  id: string;
}

/** A row's own padding, and what stands before its first column. */
const START = ['16px', 'var(--lead, 0px)'];
const END = '16px';
const sum = (lengths: readonly string[]) => `calc(${lengths.join(' + ')})`;

/**
 * The tracks of every row as custom properties: with all columns, and with fewer where there is not room for them.
 * What stays at the left has a known width, since the next column that stays stands beside it.
 */
export function columnLayout(columns: readonly LayoutColumn[], widths: ColumnWidths, pinned: number): Record<`--${string}`, string> {
  const tracks = columns.map(({ id, leastWidth, grows, leaves }, place) => {
    const width = widths[id];
    // On a narrow screen the columns beside it have to be seen as well.
    const length = place < pinned ? `min(${width ?? leastWidth}px, 50vw)` : `${width ?? leastWidth}px`;
    const isFixed = width !== undefined || grows === undefined || place < pinned - 1;
    return { length, track: isFixed ? length : `minmax(${length}, ${grows}fr)`, leaves };
  });
  const fewer = tracks.filter(({ leaves }) => !leaves);
  const lengthsOf = (some: typeof tracks) => some.map(({ length }) => length);
  const layout: Record<`--${string}`, string> = {
    '--columns-all': tracks.map(({ track }) => track).join(' '),
    '--columns-fewer': fewer.map(({ track }) => track).join(' '),
    '--width-all': sum([...START, ...lengthsOf(tracks), END]),
    '--width-fewer': sum([...START, ...lengthsOf(fewer), END]),
    '--width-pinned': sum([...START, ...lengthsOf(tracks.slice(0, pinned))]),
  };
  for (let place = 0; place < Math.min(pinned, tracks.length); place++) {
    // The first covers the row's padding too.
    layout[`--left-${place}`] = place === 0 ? 'var(--lead, 0px)' : sum([...START, ...lengthsOf(tracks.slice(0, place))]);
  }
  return layout;
}
