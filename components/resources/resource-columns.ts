import { columnLabel, type ColumnName, isSortableColumn } from '@/domain/columns';
import { type FieldName, isFieldName } from '@/domain/fields';
import type { ResourceRow } from '@/domain/resource';
import { type ColumnMeta, columnsOf } from '../data-table/table-features';
import { drawCell } from './resource-cells';

const column = columnsOf<ResourceRow>();

type Width = Pick<ColumnMeta, 'leastWidth' | 'grows' | 'align'>;

const SHORT: Width = { leastWidth: 84 };
const WORD: Width = { leastWidth: 92, grows: 0.2 };
const TIME: Width = { leastWidth: 72, align: 'end' };

/** What is left over goes to the name and the tags. */
const WIDTHS = {
  name: { leastWidth: 180, grows: 1 },
  display_name: { leastWidth: 140, grows: 0.4 },
  id: { leastWidth: 120, grows: 0.2 },
  kind: { leastWidth: 76 },
  status: { leastWidth: 88 },
  group: WORD,
  environment: WORD,
  owner: { leastWidth: 72 },
  platform: SHORT,
  runtime: SHORT,
  version: SHORT,
  os: WORD,
  arch: { leastWidth: 64 },
  ip: { leastWidth: 104 },
  type: WORD,
  cluster: WORD,
  namespace: WORD,
  location: WORD,
  first_seen: { ...TIME, leastWidth: 80 },
  last_seen: TIME,
  created: TIME,
  updated: TIME,
  children: TIME,
  parent: { leastWidth: 98, grows: 0.25 },
  tags: { leastWidth: 200, grows: 1 },
} as const satisfies Record<FieldName | 'tags', Width>;

const OF_KEY: Width = { leastWidth: 112, grows: 0.2 };

const widthOf = (name: ColumnName): Width => (name === 'tags' || isFieldName(name) ? WIDTHS[name] : OF_KEY);

/** The table's columns by their names; `leaves` goes where there is not room for all. */
export const resourceColumns = (names: readonly ColumnName[], leaves: ColumnName | undefined) =>
  column.columns(
    names.map((name) =>
      column.display({
        id: name,
        header: columnLabel(name),
        meta: { label: columnLabel(name), sortable: isSortableColumn(name), ...widthOf(name), leaves: name === leaves },
        cell: ({ row }) => drawCell(name, row.original),
      }),
    ),
  );
