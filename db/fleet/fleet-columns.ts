import { FIELD_NAMES, FIELDS, type FieldName } from '@/domain/fields';
import { FIELD_COLUMNS } from '../field-columns';

const isKept = (name: FieldName): boolean => ['text', 'enum', 'version', 'network'].includes(FIELDS[name].type);

/** The fields that the fleet index keeps as text, in the order in which their columns are read. */
export const INDEXED_TEXTS: readonly FieldName[] = FIELD_NAMES.filter(isKept);

/** The fields that it keeps as times. */
export const INDEXED_TIMES = ['first_seen', 'last_seen', 'created', 'updated'] as const satisfies readonly FieldName[];

export type IndexedTime = (typeof INDEXED_TIMES)[number];

/** Where each part of a resource stands in a row that `FleetReader` hands over. */
export const RESOURCE_FIELDS = { id: 0, parent: 1, retired: 2, times: 3, texts: 3 + INDEXED_TIMES.length } as const;

const storedColumns = (names: readonly FieldName[]): string[] => names.map((name) => `r.${String(FIELD_COLUMNS[name].stored)}`);

/** The select list over `resources r` that gives such a row. */
export const RESOURCE_COLUMNS = ['r.id', 'r.parent_id', 'r.retired_at IS NOT NULL', ...storedColumns(INDEXED_TIMES), ...storedColumns(INDEXED_TEXTS)].join(', ');

/** Where each part of a tag or a label stands in a row. */
export const KEY_FIELDS = { id: 0, key: 1, value: 2 } as const;

/** Where the parts of a row about the last update stand. */
export const UPDATED_FIELDS = { id: 0, updated: 1 } as const;

/** Tags and labels are kept in the index; annotations stay in SQL alone. */
export const INDEXED_SPACES = { tag: 'resource_tags', label: 'resource_labels' } as const;

export type IndexedSpace = keyof typeof INDEXED_SPACES;
