'use client';

import { useRouter } from 'next/navigation';
import type { ResourceDetail } from '@/domain/resource';
import { clockTime } from '../resource-signs/spans-of-time';
import { useCommands } from '../ui/commands';
import { openOverlay } from '../ui/overlay';
import { useKeys } from '../ui/use-keys';
import { resourceCommands } from './resource-commands';

interface PageKeysProps {
  resource: ResourceDetail;
  asOf: number;
  lost: string | null;
}

/** The keys of the page, what they do, and how fresh the page is. */
export function PageKeys({ resource, asOf, lost }: PageKeysProps) {
  const router = useRouter();
  const parent = resource.ancestors.at(-1);

  const editTags = () => document.querySelector<HTMLElement>('.resource-tags .add-tag')?.click();
  useCommands(() => resourceCommands(resource, editTags, (href) => router.push(href)));
  useKeys({
    parent: () => parent !== undefined && router.push(`/resources/${parent.id}`),
    editTagsHere: editTags,
    back: () => backToList(() => router.push('/resources')),
  });

  return (
    <footer className="resource-foot">
      <span className="hints">
        {parent !== undefined && <span><kbd>U</kbd>parent</span>}
        <span><kbd>E</kbd>edit tags</span>
        <span><kbd>Esc</kbd>back to the list</span>
        <button type="button" aria-haspopup="dialog" onClick={() => openOverlay('keys')}>
          <kbd aria-hidden>?</kbd>all keys
        </button>
      </span>
      {lost === null ? <span>As of {clockTime(asOf)}</span> : <span role="status" className="text-idle">As of {clockTime(asOf)}; could not be read since: {lost}</span>}
    </footer>
  );
}

/** To the inventory as it was left, query and place included, when this visit came from it. */
function backToList(toFreshList: () => void) {
  // Not in every browser yet.
  const navigation = 'navigation' in window ? window.navigation : undefined;
  const here = navigation?.currentEntry?.index ?? 0;
  const list = navigation?.entries().findLast((entry) => entry.index < here && entry.url !== null && new URL(entry.url).pathname === '/resources');
  if (list === undefined) toFreshList();
  else window.history.go(list.index - here);
}
