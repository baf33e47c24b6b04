import type { Kind } from './kinds';
import type { TextField } from './resource';
import type { Status } from './status';

/** How much a key proves. Strong and medium keys merge always; a weak one only while nothing contradicts it. */
export type KeyStrength = 'strong' | 'medium' | 'weak';

/** One way to recognise a resource, such as `host.id=8f3c1a7e`. Keys of different kinds never meet. */
export interface IdentityKey {
  key: string;
  strength: KeyStrength;
  /** For keys that hold only inside one cluster: the cluster that the sender named, null when it named none. */
  cluster?: string | null;
  /** The key holds only under the resource's parent, whatever row that is. */
  scope?: 'parent';
  /** Written down for others to be found by; it never finds a row for its own report. */
  passive?: true;
}

/**
 * What every ingest door produces: one resource as its sender describes it.
 * Absent fields say nothing; telemetry never blanks what is known.
 */
export interface ResourceReport {
  kind: Kind;
  name: string;
  /** An id chosen by the sender; else the keys decide which resource this is. */
  id?: string;
  /** Strongest first, at least one unless `id` is given. */
  keys: IdentityKey[];
  fields: Partial<Record<TextField, string>>;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Tags a source proposes. They never replace what a person set or removed. */
  tags: Record<string, string>;
  /** The parent by id, or described well enough to be found or made as a stub. */
  parent?: { id: string } | ParentReport;
  /** Absent: Online, since it was heard just now. Imports say what they know. */
  status?: Status;
  /** Milliseconds since the epoch; null when the source does not say when it heard the resource. */
  seenAt: number | null;
  /** Its name and fields were made from an id or a parent: they fill what is missing and replace nothing. */
  standIn?: true;
  /** Fields that are only set where nothing is known. */
  defaults?: Partial<Record<TextField, string>>;
  /** The parent is only set where there is none. */
  parentIfNone?: true;
}

/** A parent as its child names it: enough to make a stub. Never says when it was seen. */
export interface ParentReport {
  kind: Kind;
  name: string;
  keys: IdentityKey[];
  fields: Partial<Record<TextField, string>>;
  labels: Record<string, string>;
  parent?: ParentReport;
}
