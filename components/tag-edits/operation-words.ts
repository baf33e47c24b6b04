import type { Operation } from '@/domain/operation';
import type { TagPatch } from '@/domain/tags';
import { inOrder, spellTag } from '../tags/tag-draft';
import { exactNumber } from '../ui/exact-number';

const resources = (count: number): string => `${exactNumber(count)} ${count === 1 ? 'resource' : 'resources'}`;

/** What the button does to how many. */
export function runLabel({ set, remove }: TagPatch, count: number): string {
  if (count === 0) return 'Nothing to change';
  if (remove.length === 0) return `Tag ${resources(count)}`;
  return Object.keys(set).length === 0 ? `Untag ${resources(count)}` : `Change ${resources(count)}`;
}

/** `Set env=prod, removed canary`; in an undo nothing is named, since each resource gets back what it had. */
export function whatWasDone({ set, remove, undoes, state }: Operation): string {
  const isUnderWay = state === 'running';
  if (undoes !== null) return isUnderWay ? 'Taking back an edit' : 'Took back an edit';
  const sets = inOrder(set).map(([key, value]) => spellTag(key, value));
  const verbs = isUnderWay ? ['Setting', 'Removing'] : ['Set', 'Removed'];
  const parts = [sets.length > 0 ? `${verbs[0]} ${sets.join(', ')}` : '', remove.length > 0 ? `${verbs[1]} ${remove.join(', ')}` : ''].filter((part) => part !== '');
  return parts.map((part, place) => (place === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', ');
}

/** What became of the resources, in numbers; what is nothing is left out. */
export function whatBecame({ changed, unchanged, refused, skipped, undoes }: Operation): string {
  const parts = [
    `${exactNumber(changed)} changed`,
    unchanged > 0 ? `${exactNumber(unchanged)} unchanged` : '',
    refused > 0 ? `${exactNumber(refused)} refused: over 64 tags` : '',
    skipped > 0 ? `${exactNumber(skipped)} ${undoes === null ? 'gone' : 'skipped: changed since'}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export const isEnded = ({ state }: Operation): boolean => state === 'done' || state === 'failed';
