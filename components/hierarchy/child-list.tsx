'use client';

import './hierarchy.css';
import Link from 'next/link';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { ResourceRow } from '@/domain/resource';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { ChildTable } from './child-table';
import { useChildren } from './use-children';

interface ChildListProps {
  id: string;
  refreshMs: number;
  /** How a row's tags are drawn on one line of so many pixels. */
  tagsOf: (row: ResourceRow, width: number) => ReactNode;
  /** Only the first few, where there is little room. */
  brief?: boolean;
}

const FEW = 5;

/** The children of a resource, to drill into. */
export function ChildList({ id, refreshMs, tagsOf, brief = false }: ChildListProps) {
  const [text, setText] = useState('');
  const children = useChildren(id, useDeferredValue(text), refreshMs);
  const { rows, total, asOf, outdated, failure } = children;
  const filtered = text.trim() !== '';
  const left = total === undefined ? 0 : total - rows.length;
  return (
    <section className="sec" aria-labelledby="children-heading">
      <div className="sec-head">
        <h2 id="children-heading">
          Children <span className="font-normal text-ink-3">{total === undefined ? '–' : exactNumber(total)}{filtered && ' with this text'}</span>
        </h2>
        {!brief && (filtered || (total ?? 0) > 0) && (
          <label className="find">
            <Icon name="search" />
            <input type="search" aria-label="Filter children" placeholder="Filter children" value={text} onChange={(event) => setText(event.target.value)} />
          </label>
        )}
      </div>
      {failure !== null && rows.length === 0 && <Failed message={failure.message} onAgain={children.readAgain} />}
      {failure === null && total === 0 && <p className="py-2 text-ink-3">{filtered ? `No child has the text ${text.trim()} in its name, tags or labels.` : 'Nothing runs below it.'}</p>}
      {failure === null && total === undefined && <ChildBones />}
      {rows.length > 0 && <ChildTable rows={brief ? rows.slice(0, FEW) : rows} total={total ?? rows.length} asOf={asOf} outdated={outdated} tagsOf={tagsOf} />}
      {brief && total !== undefined && total > FEW && (
        <Link href={`/resources/${id}`} prefetch={false} className="link ml-6">
          All {exactNumber(total)}
        </Link>
      )}
      {!brief && children.hasMore && left > 0 && (
        <button type="button" className="link mt-1.5 ml-6" disabled={children.fetchingMore} onClick={children.readMore}>
          {exactNumber(left)} more
        </button>
      )}
      {failure !== null && rows.length > 0 && <Failed message={failure.message} onAgain={children.readAgain} />}
    </section>
  );
}

function Failed({ message, onAgain }: { message: string; onAgain: () => void }) {
  return (
    <p role="alert" className="py-2 text-offline">
      The children could not be read: {message}{' '}
      <button type="button" className="link" onClick={onAgain}>
        Try again
      </button>
    </p>
  );
}

const BONES = [148, 112, 180];

function ChildBones() {
  return (
    <div aria-label="Reading the children" className="late">
      {BONES.map((width) => (
        <div key={width} className="child-row">
          <span className="child-name"><span className="bone" style={{ width }} /></span>
        </div>
      ))}
    </div>
  );
}
