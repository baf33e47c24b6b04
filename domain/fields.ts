/**
 * What can be seen, sorted, filtered and counted: one entry per field, by its name in the selector.
 * `json` is its name in JSON; each floor maps the key to its own part (a column, a cell).
 */
export type FieldType = 'text' | 'enum' | 'version' | 'time' | 'network' | 'number' | 'uuid';

interface FieldDescription {
  label: string;
  json: string;
  type: FieldType;
  nullable: boolean;
  sortable: boolean;
  facet: boolean;
}

const text = <Json extends string, Facet extends boolean>(label: string, json: Json, facet: Facet) =>
  ({ label, json, type: 'text', nullable: true, sortable: true, facet }) as const;

export const FIELDS = {
  name: { label: 'Name', json: 'name', type: 'text', nullable: false, sortable: true, facet: false },
  display_name: text('Display name', 'displayName', false),
  id: { label: 'ID', json: 'id', type: 'uuid', nullable: false, sortable: true, facet: false },
  kind: { label: 'Kind', json: 'kind', type: 'enum', nullable: false, sortable: true, facet: true },
  status: { label: 'Status', json: 'status', type: 'enum', nullable: false, sortable: true, facet: true },
  group: text('Group', 'group', true),
  environment: text('Environment', 'environment', true),
  owner: text('Owner', 'owner', true),
  platform: text('Platform', 'platform', true),
  runtime: text('Runtime', 'runtime', true),
  version: { label: 'Version', json: 'version', type: 'version', nullable: true, sortable: true, facet: true },
  os: text('OS', 'os', true),
  arch: text('Arch', 'arch', true),
  ip: { label: 'IP address', json: 'ipAddress', type: 'network', nullable: true, sortable: true, facet: false },
  type: text('Type', 'resourceType', true),
  cluster: text('Cluster', 'cluster', true),
  namespace: text('Namespace', 'namespace', true),
  location: text('Location', 'location', true),
  first_seen: { label: 'First seen', json: 'firstSeen', type: 'time', nullable: false, sortable: true, facet: false },
  last_seen: { label: 'Last seen', json: 'lastSeen', type: 'time', nullable: false, sortable: true, facet: false },
  created: { label: 'Created', json: 'createdAt', type: 'time', nullable: false, sortable: true, facet: false },
  updated: { label: 'Updated', json: 'updatedAt', type: 'time', nullable: false, sortable: true, facet: false },
  children: { label: 'Children', json: 'childCount', type: 'number', nullable: false, sortable: false, facet: false },
  parent: { label: 'Parent', json: 'parentName', type: 'uuid', nullable: true, sortable: false, facet: false },
} as const satisfies Record<string, FieldDescription>;

export type FieldName = keyof typeof FIELDS;

/** Short names that people type. */
export const FIELD_ALIASES = { env: 'environment', ns: 'namespace' } as const satisfies Record<string, FieldName>;

type FieldsWith<Flag extends 'sortable' | 'facet'> = {
  [Name in FieldName]: (typeof FIELDS)[Name][Flag] extends true ? Name : never;
}[FieldName];

export type SortableField = FieldsWith<'sortable'>;
export type FacetField = FieldsWith<'facet'>;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[]; // the keys of a literal object that nobody extends
export const isFieldName = (text: string): text is FieldName => Object.hasOwn(FIELDS, text);
export const isSortable = (text: string): text is SortableField => isFieldName(text) && FIELDS[text].sortable;
export const isFacetField = (text: string): text is FacetField => isFieldName(text) && FIELDS[text].facet;
