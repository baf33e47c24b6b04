'use client';

import './resource-detail.css';
import './peek.css';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLayoutEffect, useRef } from 'react';
import type { ResourceRow } from '@/domain/resource';
import { CutName } from '../resource-signs/cut-name';
import { KindIcon } from '../resource-signs/kind-icon';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { useIsNarrow } from '../ui/use-is-narrow';
import { useKeys } from '../ui/use-keys';
import { PeekBody } from './peek-body';
import { useResource } from './use-resource';

interface PeekPanelProps {
  id: string;
  /** What the list knows of it. */
  row: ResourceRow | undefined;
  /** When the list was read, RFC 3339. */
  readAt: string | undefined;
  /** False while one walks from row to row. */
  isSettled: boolean;
  /** Where it stands in the list, where that can be said. */
  place: { rank: number; of: number } | undefined;
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
}

/** A resource beside the list, which keeps the focus and goes on; on a phone, in its place. */
export function PeekPanel(props: PeekPanelProps) {
  const isNarrow = useIsNarrow();
  return <Panel key={String(isNarrow)} isNarrow={isNarrow} {...props} />;
}

function Panel({ isNarrow, id, row, readAt, isSettled, place, onStep, onClose }: PeekPanelProps & { isNarrow: boolean }) {
  const router = useRouter();
  const panel = useRef<HTMLDialogElement>(null);
  const { data: resource } = useResource(id, { row, waits: !isSettled });
  const page = `/resources/${id}`;
  const editTags = () => panel.current?.querySelector<HTMLElement>('.add-tag')?.click();

  useLayoutEffect(() => {
    const element = panel.current;
    if (!isNarrow) return;
    element?.showModal();
    return () => element?.close();
  }, [isNarrow]);

  // In the panel the arrows scroll it, and Enter presses what has the focus.
  const step = (event: KeyboardEvent, by: 1 | -1) => (event.key.startsWith('Arrow') && isWithin(panel.current, event) ? false : onStep(by));
  useKeys(
    {
      close: onClose,
      nextRow: (event) => step(event, 1),
      previousRow: (event) => step(event, -1),
      open: (event) => (event.target instanceof Element && event.target.closest('a, button') ? false : router.push(page)),
      editTags,
    },
    isNarrow,
  );

  return (
    <dialog ref={panel} open={!isNarrow} tabIndex={-1} className="peek" aria-label={resource?.name ?? 'Resource'} onClose={() => panel.current && onClose()}>
      <header className="peek-head">
        <h2>
          {resource && <KindIcon kind={resource.kind} named />}
          <CutName name={resource?.name ?? 'Resource'} />
        </h2>
        {place && (
          <span className="peek-place">
            {exactNumber(place.rank + 1)} of {exactNumber(place.of)}
          </span>
        )}
        <span className="peek-steps">
          <button type="button" aria-label="Next row" title="Next row" disabled={place && place.rank + 1 === place.of} onClick={() => onStep(1)}>
            <kbd aria-hidden>J</kbd>
            <Icon name="chevron-down" />
          </button>
          <button type="button" aria-label="Previous row" title="Previous row" disabled={place?.rank === 0} onClick={() => onStep(-1)}>
            <kbd aria-hidden>K</kbd>
            <Icon name="chevron-up" />
          </button>
        </span>
        <button type="button" className="icon-btn icon-btn-small" aria-label="Close" onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      <div className="peek-body">
        <PeekBody id={id} row={row} readAt={readAt} isSettled={isSettled} />
      </div>
      <footer className="peek-foot">
        <span className="peek-hints" aria-hidden>
          <span><kbd>Esc</kbd>close</span>
        </span>
        {resource && <span className="peek-revision">Revision {exactNumber(resource.revision)}</span>}
        {resource && (
          <button type="button" className="btn" onClick={editTags}>
            Edit tags<kbd aria-hidden>E</kbd>
          </button>
        )}
        <Link href={page} prefetch={false} className="btn btn-primary">
          Open<kbd aria-hidden>Enter</kbd>
        </Link>
      </footer>
      <p className="sr-only" role="status">
        {resource && `Beside the list: ${resource.name}`}
      </p>
    </dialog>
  );
}

const isWithin = (panel: HTMLElement | null, { target }: KeyboardEvent): boolean => target instanceof Node && panel?.contains(target) === true;
