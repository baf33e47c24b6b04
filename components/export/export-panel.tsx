'use client';

import './export-panel.css';
import { useEffect, useRef, useState } from 'react';
import { EXPORT_FORMATS, type ExportFormat } from '@/domain/export-formats';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { type PopoverAnchor, PopoverDialog } from '../ui/popover-dialog';
import { CopyAs } from './copy-as';
import { exportAddress } from './export-address';
import type { ExportedList } from './exported-list';

const WIDTH = 320;

const FORMATS = {
  csv: { name: 'CSV', use: 'for spreadsheets' },
  json: { name: 'JSON', use: 'one document' },
  ndjson: { name: 'NDJSON', use: 'a line each, for import' },
} as const satisfies Record<ExportFormat, { name: string; use: string }>;

/** Everything that matches as a file, streamed; or the query itself, to be pasted elsewhere. */
export function ExportPanel({ anchor, onClose, ...list }: ExportedList & PopoverAnchor) {
  const [onlyColumns, setOnlyColumns] = useState(true);
  const first = useRef<HTMLInputElement>(null);

  // The popover has shown itself by now: its own effect ran first.
  useEffect(() => first.current?.focus(), []);

  const total = list.total === undefined ? 'all matches' : `${exactNumber(list.total)} ${list.total === 1 ? 'resource' : 'resources'}`;
  return (
    <PopoverDialog label="Export" anchor={anchor} width={WIDTH} className="export-panel" onClose={onClose}>
      <h3 className="export-heading">Download {total}</h3>
      <fieldset className="export-choice">
        <legend className="sr-only">What of each resource</legend>
        <label>
          <input ref={first} type="radio" name="export-columns" checked={onlyColumns} onChange={() => setOnlyColumns(true)} />
          {list.columns.length === 1 ? 'The column shown' : `The ${list.columns.length} columns shown`}
        </label>
        <label>
          <input type="radio" name="export-columns" checked={!onlyColumns} onChange={() => setOnlyColumns(false)} />
          Everything
        </label>
      </fieldset>
      <ul>
        {EXPORT_FORMATS.map((format) => (
          <li key={format}>
            <a className="export-item" href={exportAddress(list, format, onlyColumns)} download onClick={() => onClose(true)}>
              <Icon name="download" />
              {FORMATS[format].name} <span>{FORMATS[format].use}</span>
            </a>
          </li>
        ))}
      </ul>
      <h3 className="export-heading">Copy</h3>
      <CopyAs list={list} onlyColumns={onlyColumns} />
    </PopoverDialog>
  );
}
