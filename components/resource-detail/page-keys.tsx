'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ResourceDetail } from '@/domain/resource';
import { clockTime } from '../resource-signs/spans-of-time';

interface PageKeysProps {
  resource: ResourceDetail;
  asOf: number;
  lost: string | null;
}

/** The keys of the page, what they do, and how fresh the page is. */
export function PageKeys({ resource, asOf, lost }: PageKeysProps) {
  const router = useRouter();
  const parent = resource.ancestors.at(-1);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'u' && parent !== undefined) router.push(`/resources/${parent.id}`);
      else if (key === 'e') document.querySelector<HTMLElement>('.resource-tags .add-tag')?.click();
      else if (key === 'escape') backToList(() => router.push('/resources'));
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router, parent]);

  return (
    <footer className="resource-foot">
      <span className="hints">
        {parent !== undefined && <span><kbd>U</kbd>parent</span>}
        <span><kbd>E</kbd>edit tags</span>
        <span><kbd>Esc</kbd>back to the list</span>
      </span>
      {lost === null ? <span>As of {clockTime(asOf)}</span> : <span role="status" className="text-idle">As of {clockTime(asOf)}; could not be read since: {lost}</span>}
    </footer>
  );
}

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest('input, textarea, select, [contenteditable], [data-editor-of], dialog[open]') !== null;

/** To the inventory as it was left, query and place included, when this visit came from it. */
function backToList(toFreshList: () => void) {
  // Not in every browser yet.
  const navigation = 'navigation' in window ? window.navigation : undefined;
  const here = navigation?.currentEntry?.index ?? 0;
  const list = navigation?.entries().findLast((entry) => entry.index < here && entry.url !== null && new URL(entry.url).pathname === '/resources');
  if (list === undefined) toFreshList();
  else window.history.go(list.index - here);
}
