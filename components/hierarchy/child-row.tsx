import Link from 'next/link';
import { memo, type ReactNode } from 'react';
import type { ResourceRow } from '@/domain/resource';
import { CutName } from '../resource-signs/cut-name';
import { KindIcon } from '../resource-signs/kind-icon';
import { RelativeTime } from '../resource-signs/relative-time';
import { StatusMark } from '../resource-signs/status-mark';
import { exactNumber } from '../ui/exact-number';

interface ChildRowProps {
  row: ResourceRow;
  asOf: number;
  tags: ReactNode;
}

export const ChildRow = memo(function ChildRow({ row, asOf, tags }: ChildRowProps) {
  return (
    <div role="row" className="child-row">
      <span role="cell" className="child-name">
        <KindIcon kind={row.kind} />
        <Link href={`/resources/${row.id}`} prefetch={false} aria-label={row.name}>
          <CutName name={row.name} />
        </Link>
      </span>
      <span role="cell" className="child-kind">{row.kind}</span>
      <span role="cell" className="child-status"><StatusMark status={row.status} /></span>
      <span role="cell" className="child-tags">{tags}</span>
      <span role="cell" className="child-seen">
        <RelativeTime time={row.lastSeen} asOf={asOf} />
      </span>
      <span role="cell" className="child-below">{exactNumber(row.childCount)}</span>
    </div>
  );
});
