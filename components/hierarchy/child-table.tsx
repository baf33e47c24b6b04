'use client';

import { type ReactNode, useRef } from 'react';
import type { ResourceRow } from '@/domain/resource';
import { useWidth } from '../ui/use-width';
import { ChildRow } from './child-row';

interface ChildTableProps {
  rows: readonly ResourceRow[];
  total: number;
  asOf: number;
  outdated: boolean;
  /** How a row's tags are drawn on one line of so many pixels. */
  tagsOf: (row: ResourceRow, width: number) => ReactNode;
}

/** What a row has on a phone, where the heads are hidden. */
const TAGS_WIDTH_PX = 220;

export function ChildTable({ rows, total, asOf, outdated, tagsOf }: ChildTableProps) {
  const tagsHead = useRef<HTMLSpanElement>(null);
  const tagsWidth = useWidth(tagsHead, TAGS_WIDTH_PX);
  return (
    <div role="table" aria-labelledby="children-heading" aria-rowcount={total + 1} aria-busy={outdated} className={outdated ? 'opacity-60' : ''}>
      <div role="row" className="child-row child-head">
        <span role="columnheader" aria-sort="ascending" className="child-name">Name</span>
        <span role="columnheader" className="child-kind">Kind</span>
        <span role="columnheader" className="child-status">Status</span>
        <span role="columnheader" className="child-tags" ref={tagsHead}>Tags</span>
        <span role="columnheader" className="child-seen">Last seen</span>
        <span role="columnheader" className="child-below">Below</span>
      </div>
      {rows.map((row) => (
        <ChildRow key={row.id} row={row} asOf={asOf} tags={tagsOf(row, tagsWidth)} />
      ))}
    </div>
  );
}
