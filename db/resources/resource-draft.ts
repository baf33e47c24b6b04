import type { Kind } from '@/domain/kinds';
import type { ResourceChange } from '../write-tx';

/**
 * The content of one resource while a batch is worked on: its fields by their names in the history (`group`, `label:env`), as
 * the database has them and as the reports leave them.
 */
export interface ResourceDraft {
  readonly id: string;
  readonly kind: Kind;
  readonly isNew: boolean;
  readonly before: ReadonlyMap<string, string>;
  readonly now: Map<string, string>;
  /** Tag keys that a person set or removed. */
  readonly ownedByPeople: ReadonlySet<string>;
  readonly displayNameByPerson: boolean;
  heard: boolean;
  /** Milliseconds; of a new resource that nobody has seen yet 0 and infinite. */
  lastSeen: number;
  firstSeen: number;
  /** Whether anything but the fields and last_seen is to be written. */
  touched: boolean;
}

/** A resource nobody knew. */
export function newDraft(id: string, kind: Kind, name: string): ResourceDraft {
  return {
    id, kind, isNew: true, before: new Map(), now: new Map([['name', name], ['status', 'Unknown']]), ownedByPeople: new Set(), displayNameByPerson: false,
    heard: false, lastSeen: 0, firstSeen: Infinity, touched: true,
  };
}

/** What differs from the database; a new resource is one change. */
export function changesOf(draft: ResourceDraft): ResourceChange[] {
  if (draft.isNew) return [{ resourceId: draft.id, field: 'created', oldValue: null, newValue: draft.now.get('name') ?? null }];
  const changes: ResourceChange[] = [];
  for (const field of new Set([...draft.before.keys(), ...draft.now.keys()])) {
    const oldValue = draft.before.get(field) ?? null;
    const newValue = draft.now.get(field) ?? null;
    if (oldValue !== newValue) changes.push({ resourceId: draft.id, field, oldValue, newValue });
  }
  return changes;
}

export function countOf(draft: ResourceDraft, prefix: string): number {
  let count = 0;
  for (const field of draft.now.keys()) if (field.startsWith(prefix)) count++;
  return count;
}
