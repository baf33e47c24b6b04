import type { RowGroup } from './row-groups';

/** Lines that follow one another: the head of a group, its rows, or the place of groups that are on their way. */
export interface LineStretch {
  group: RowGroup;
  holds: 'heading' | 'rows' | 'waiting';
  /** 0, or 1 for a group within another. */
  level: number;
  start: number;
  /** The line after its last one. */
  end: number;
}

interface GroupsShown {
  groups: readonly RowGroup[];
  isOpen: (group: RowGroup) => boolean;
  /** What is in an open group: its rows, the groups that it holds, or not known yet. */
  inside: (group: RowGroup) => 'rows' | 'waiting' | readonly RowGroup[];
}

/** Where everything stands in a grouped list, from its first line on. */
export function groupLines({ groups, isOpen, inside }: GroupsShown): LineStretch[] {
  const stretches: LineStretch[] = [];
  const add = (group: RowGroup, holds: LineStretch['holds'], level: number, lines: number) => {
    const start = stretches.at(-1)?.end ?? 0;
    stretches.push({ group, holds, level, start, end: start + lines });
  };
  const addGroups = (some: readonly RowGroup[], level: number) => {
    for (const group of some) {
      add(group, 'heading', level, 1);
      if (!isOpen(group)) continue;
      const content = inside(group);
      if (content === 'rows') add(group, 'rows', level, group.count);
      else if (content === 'waiting') add(group, 'waiting', level, 1);
      else addGroups(content, level + 1);
    }
  };
  addGroups(groups, 0);
  return stretches;
}

/** The stretch that a line is in. */
export function stretchAt(stretches: readonly LineStretch[], line: number): LineStretch | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return line < 0 ? undefined : stretches[low];
}
