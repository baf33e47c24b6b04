import type { ColumnName } from '@/domain/columns';
import type { ColumnSettings } from './column-settings';

/** The other columns; one fewer stays at the left when this one did. */
export function withoutColumn({ columns, pinned }: Pick<ColumnSettings, 'columns' | 'pinned'>, column: ColumnName): { columns: ColumnName[]; pinned: number } {
  const place = columns.indexOf(column);
  return { columns: columns.filter((each) => each !== column), pinned: place >= 0 && place < pinned ? pinned - 1 : pinned };
}
