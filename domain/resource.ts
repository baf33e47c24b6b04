import type { Kind } from './kinds';
import type { Status } from './status';

/** One resource as every door answers it: every field is present, null when unknown. Times are RFC 3339 in UTC. */
export interface Resource {
  id: string;
  kind: Kind;
  name: string;
  displayName: string | null;
  group: string | null;
  parentId: string | null;
  parentName: string | null;
  parentKind: Kind | null;
  childCount: number;
  status: Status;
  lastSeen: string;
  firstSeen: string;
  createdAt: string;
  updatedAt: string;
  location: string | null;
  environment: string | null;
  owner: string | null;
  platform: string | null;
  runtime: string | null;
  version: string | null;
  os: string | null;
  arch: string | null;
  ipAddress: string | null;
  resourceType: string | null;
  cluster: string | null;
  namespace: string | null;
  labels: Record<string, string>;
  tags: Record<string, string>;
  annotations: Record<string, string>;
  /** Counts edits by people; `ETag` and `If-Match` carry it. */
  revision: number;
  /** When it was retired, null while it is in service. */
  retiredAt: string | null;
}

/** The text fields that telemetry may set and that a report carries by these names. */
export const TEXT_FIELDS = [
  'displayName', 'group', 'location', 'environment', 'owner', 'platform', 'runtime', 'version',
  'os', 'arch', 'ipAddress', 'resourceType', 'cluster', 'namespace',
] as const satisfies readonly (keyof Resource)[];

export type TextField = (typeof TEXT_FIELDS)[number];

/** One row of the list: what a table shows. Annotations and the trail of ancestors come with the single resource. */
export type ResourceRow = Omit<Resource, 'annotations'>;

/** One step of the trail above a resource. */
export type Ancestor = Pick<Resource, 'id' | 'name' | 'kind' | 'status'>;

/** One resource as its own page and `GET /api/v1/resources/{id}` show it; ancestors root first. */
export type ResourceDetail = Resource & { ancestors: Ancestor[] };
