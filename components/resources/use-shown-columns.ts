'use client';

import { useMemo } from 'react';
import { type ColumnName, readColumns } from '@/domain/columns';
import type { Selector } from '@/domain/selector/tree';
import { usualColumns } from './usual-columns';

export interface ShownColumns {
  columns: readonly ColumnName[];
  /** Somebody chose them: they stay whatever the query and the screen. */
  chosen: boolean;
  leaves?: ColumnName;
  /** Why the address's columns are not those shown. */
  problem?: string;
}

/** The columns that the address asks for, else the usual ones of the query. */
export function useShownColumns(text: string, selector: Selector): ShownColumns {
  const read = useMemo(() => (text === '' ? undefined : readColumns(text)), [text]);
  if (read === undefined) return { ...usualColumns(selector), chosen: false };
  if ('problem' in read) return { ...usualColumns(selector), chosen: false, problem: read.problem };
  return { columns: read.columns, chosen: true };
}
