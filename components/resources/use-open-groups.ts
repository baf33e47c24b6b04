'use client';

import { useState } from 'react';
import type { RowGroup } from './row-groups';

export interface OpenGroups {
  isOpen: (group: RowGroup) => boolean;
  toggle: (group: RowGroup) => void;
}

/** Who comes back to a grouped list finds open what they left open, under another query too. */
const kept = new Map<string, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/** Which groups of a list that is grouped in this way are open; none at first. */
export function useOpenGroups(grouping: string): OpenGroups {
  const [, setChanged] = useState(0);
  const open = kept.get(grouping) ?? NONE;
  return {
    isOpen: ({ id }) => open.has(id),
    toggle({ id }) {
      const next = new Set(open);
      if (!next.delete(id)) next.add(id);
      kept.set(grouping, next);
      setChanged((changes) => changes + 1);
    },
  };
}
