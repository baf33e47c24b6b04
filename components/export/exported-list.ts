import type { ColumnName } from '@/domain/columns';
import type { Selector } from '@/domain/selector/tree';

/** What the list shows at the moment. */
export interface ExportedList {
  selector: Selector;
  /** As the API takes it; empty: by name. */
  sort: string;
  columns: readonly ColumnName[];
  /** How many match; undefined while that is not known. */
  total: number | undefined;
}
