'use client';

import { useState } from 'react';
import { printKubectl } from '@/domain/selector/print-kubectl';
import { printSelector } from '@/domain/selector/print-selector';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { exportAddress } from './export-address';
import type { ExportedList } from './exported-list';

/** More than that is a download. */
const MOST_COPIED = 1_000;

interface Way {
  name: string;
  /** Undefined where it cannot be copied in this way. */
  read: (() => string | Promise<string>) | undefined;
  /** What it is, or why it cannot be. */
  note: string;
}

/** The query as others write it, and what it picks: into the clipboard. */
export function CopyAs({ list, onlyColumns }: { list: ExportedList; onlyColumns: boolean }) {
  const [said, setSaid] = useState<{ name: string; failed: boolean }>();
  const copy = async ({ name, read }: Way) => {
    try {
      await navigator.clipboard.writeText((await read?.()) ?? '');
      setSaid({ name, failed: false });
    } catch {
      setSaid({ name, failed: true });
    }
  };
  return (
    <>
      <ul>
        {waysOf(list, onlyColumns).map((way) => (
          <li key={way.name}>
            <button type="button" className="export-item" aria-disabled={way.read === undefined} onClick={() => way.read && void copy(way)}>
              <Icon name={said?.name === way.name && !said.failed ? 'check' : 'copy'} />
              {way.name} <span title={way.note}>{way.note}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="export-said" role="status">
        {said && (said.failed ? `${said.name} could not be copied: the browser or the server refused` : `${said.name} copied`)}
      </p>
    </>
  );
}

function waysOf(list: ExportedList, onlyColumns: boolean): Way[] {
  const { selector, total } = list;
  const query = printSelector(selector);
  const kubectl = printKubectl(selector);
  const fits = total !== undefined && total <= MOST_COPIED;
  return [
    { name: 'Selector', read: query === '' ? undefined : () => query, note: query === '' ? 'nothing is asked for' : query },
    { name: 'kubectl selector', read: kubectl === undefined ? undefined : () => kubectl, note: kubectl ?? 'tags joined by AND only' },
    { name: 'JSON', read: fits ? () => readExport(list, onlyColumns) : undefined, note: fits ? 'of all matches' : `up to ${exactNumber(MOST_COPIED)} resources` },
    { name: 'Link', read: () => window.location.href, note: 'to this list as it is' },
  ];
}

async function readExport(list: ExportedList, onlyColumns: boolean): Promise<string> {
  const answer = await fetch(exportAddress(list, 'json', onlyColumns));
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer.text();
}
