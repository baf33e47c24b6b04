import { printColumns } from '@/domain/columns';
import type { ExportFormat } from '@/domain/export-formats';
import { printSelector } from '@/domain/selector/print-selector';
import type { ExportedList } from './exported-list';

/** Where the server streams the list from: with its columns alone, or each resource whole. */
export function exportAddress({ selector, sort, columns }: Pick<ExportedList, 'selector' | 'sort' | 'columns'>, format: ExportFormat, onlyColumns: boolean): string {
  const parts = { format, q: printSelector(selector), sort, columns: onlyColumns ? printColumns(columns) : '' };
  return `/api/v1/export?${new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''))}`;
}
