import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ColumnName, type KeyColumn, keyOfColumn } from '@/domain/columns';
import { FIELDS, isFieldName } from '@/domain/fields';
import type { ResourceRow } from '@/domain/resource';
import { useRowTabStop } from '../data-table/row-tab-stop';
import { CutName } from '../resource-signs/cut-name';
import { KindIcon } from '../resource-signs/kind-icon';
import { StatusMark } from '../resource-signs/status-mark';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { TagsOfRow } from './tags-of-row';
import { TimeOfRow } from './time-of-row';

/** What one resource shows in a column. */
export function drawCell(column: ColumnName, resource: ResourceRow): ReactNode {
  switch (column) {
    case 'name':
      return (
        <>
          <KindIcon kind={resource.kind} />
          <ResourceLink id={resource.id} name={resource.name} />
        </>
      );
    case 'status':
      return <StatusMark status={resource.status} />;
    case 'parent':
      return resource.parentId === null ? <TextOrNone text={null} /> : <ResourceLink id={resource.parentId} name={resource.parentName ?? resource.parentId} />;
    case 'tags':
      return <TagsOfRow resource={resource} />;
    case 'children':
      return exactNumber(resource.childCount);
    case 'first_seen':
    case 'last_seen':
    case 'created':
    case 'updated':
      return <TimeOfRow time={resource[FIELDS[column].json]} />;
    default:
      return isFieldName(column) ? <TextOrNone text={resource[FIELDS[column].json]} /> : <KeyValue column={column} resource={resource} />;
  }
}

function ResourceLink({ id, name }: { id: string; name: string }) {
  const tabStop = useRowTabStop();
  return (
    <Link href={`/resources/${id}`} prefetch={false} tabIndex={tabStop} aria-label={name} className="resource-link">
      <CutName name={name} />
    </Link>
  );
}

/** One element for both: a list that is scrolled shows other rows in the same ones. */
const TextOrNone = ({ text }: { text: string | null }) => (
  <bdi title={text ?? undefined} className={text === null ? 'cell-absent' : undefined}>
    {text ?? 'none'}
  </bdi>
);

/** A tag may be there without a value; most resources lack most keys, and say so quietly. */
function KeyValue({ column, resource }: { column: KeyColumn; resource: ResourceRow }) {
  const { space, key } = keyOfColumn(column) ?? { space: 'tag', key: '' };
  const values = space === 'tag' ? resource.tags : resource.labels;
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (value === undefined) return <span className="cell-absent" title={`no ${space} ${key}`}>–</span>;
  if (value !== '') return <bdi title={value}>{value}</bdi>;
  return (
    <span className="cell-set" title={`${key}, without a value`}>
      <Icon name="check" />
      set
    </span>
  );
}
