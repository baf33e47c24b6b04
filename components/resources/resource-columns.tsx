import Link from 'next/link';
import type { ResourceRow } from '@/domain/resource';
import { FIELDS } from '@/domain/fields';
import { useRowTabStop } from '../data-table/row-tab-stop';
import { columnsOf } from '../data-table/table-features';
import { CutName } from '../resource-signs/cut-name';
import { KindIcon } from '../resource-signs/kind-icon';
import { StatusMark } from '../resource-signs/status-mark';
import { LastSeen } from './last-seen';
import { TagsOfRow } from './tags-of-row';

const column = columnsOf<ResourceRow>();

const sorted = { sortable: true } as const;
const unsorted = { sortable: false } as const;

/** Each column bears the name that the selector gives its field. */
export const RESOURCE_COLUMNS = column.columns([
  column.display({
    id: 'name',
    header: FIELDS.name.label,
    meta: sorted,
    cell: ({ row: { original } }) => (
      <>
        <KindIcon kind={original.kind} />
        <ResourceLink id={original.id} name={original.name} />
      </>
    ),
  }),
  column.accessor('kind', { id: 'kind', header: FIELDS.kind.label, meta: sorted, cell: ({ getValue }) => getValue() }),
  column.accessor('status', { id: 'status', header: FIELDS.status.label, meta: sorted, cell: ({ getValue }) => <StatusMark status={getValue()} /> }),
  column.accessor('group', { id: 'group', header: FIELDS.group.label, meta: sorted, cell: ({ getValue }) => <TextOrNone text={getValue()} /> }),
  column.display({
    id: 'parent',
    header: FIELDS.parent.label,
    meta: unsorted,
    cell: ({ row: { original } }) =>
      original.parentId === null ? <TextOrNone text={null} /> : <ResourceLink id={original.parentId} name={original.parentName ?? original.parentId} />,
  }),
  column.display({ id: 'tags', header: 'Tags', meta: unsorted, cell: ({ row: { original } }) => <TagsOfRow resource={original} /> }),
  column.accessor('owner', { id: 'owner', header: FIELDS.owner.label, meta: sorted, cell: ({ getValue }) => <TextOrNone text={getValue()} /> }),
  column.accessor('lastSeen', { id: 'last_seen', header: FIELDS.last_seen.label, meta: sorted, cell: ({ getValue }) => <LastSeen time={getValue()} /> }),
]);

function ResourceLink({ id, name }: { id: string; name: string }) {
  const tabStop = useRowTabStop();
  return (
    <Link href={`/resources/${id}`} prefetch={false} tabIndex={tabStop} aria-label={name} className="resource-link">
      <CutName name={name} />
    </Link>
  );
}

const TextOrNone = ({ text }: { text: string | null }) => (text === null ? <span className="text-ink-3">none</span> : <bdi title={text}>{text}</bdi>);
