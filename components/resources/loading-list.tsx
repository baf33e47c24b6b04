'use client';

import { useEffect, useState } from 'react';
import type { ResourceRow } from '@/domain/resource';
import type { RowSource } from '../data-table/row-source';
import { ResourceTable, type ResourceTableProps } from './resource-table';

const SHOWN_AFTER_MS = 150;
const nothing = () => undefined;
const noRows = () => Promise.resolve([]);

/** As many waiting rows as a screen has; how many there will be is not known. */
const WAITING: RowSource<ResourceRow> = { listKey: 'waiting', total: -1, count: 40, rowAt: nothing, onRange: nothing };

/** The places of the rows, once waiting is felt. */
export function LoadingList(list: Pick<ResourceTableProps, 'layout' | 'sort' | 'selecting' | 'peek'>) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return <div className="table-frame" aria-busy />;
  return <ResourceTable {...list} source={WAITING} readRows={noRows} onSort={nothing} onOnly={nothing} outdated={false} asOf={undefined} fetching problem={undefined} onReadAgain={nothing} onRetry={nothing} />;
}
