import { sql } from 'kysely';
import type { FieldName } from '@/domain/fields';
import { FIELD_COLUMNS } from '../field-columns';
import type { WriteTx } from '../write-tx';
import type { ResourceDraft } from './resource-draft';
import { TEXT_FIELD_NAMES } from './text-field-names';

const TEXT_NAMES: FieldName[] = Object.values(TEXT_FIELD_NAMES);

/** Locks these rows, in the order of their ids, and reads all that a report may change. */
export async function loadDrafts(tx: WriteTx, ids: string[], displayNamed: string[]): Promise<Map<string, ResourceDraft>> {
  if (ids.length === 0) return new Map();
  const among = sql<string>`ANY(${ids}::uuid[])`;
  const rows = await tx.selectFrom('resources').selectAll().where('id', '=', among).orderBy('id').forNoKeyUpdate().execute();
  const labels = await tx.selectFrom('resource_labels').select(['resource_id', 'key', 'value']).where('resource_id', '=', among).execute();
  const annotations = await tx.selectFrom('resource_annotations').select(['resource_id', 'key', 'value']).where('resource_id', '=', among).execute();
  const tags = await tx.selectFrom('resource_tags').select(['resource_id', 'key', 'value', 'origin']).where('resource_id', '=', among).execute();
  const removals = await tx.selectFrom('resource_tag_removals').select(['resource_id', 'key']).where('resource_id', '=', among).execute();
  const contents = new Map(rows.map((row) => [row.id, new Map<string, string>()]));
  for (const row of rows) {
    const content = contents.get(row.id);
    const note = (field: string, value: unknown) => typeof value === 'string' && content?.set(field, value);
    note('name', row.name);
    for (const field of TEXT_NAMES) note(field, row[FIELD_COLUMNS[field].stored ?? 'name']);
    note('status', row.status);
    note('parent', row.parent_id);
    note('retired', row.retired_at);
  }
  for (const { resource_id, key, value } of labels) contents.get(resource_id)?.set(`label:${key}`, value);
  for (const { resource_id, key, value } of annotations) contents.get(resource_id)?.set(`annotation:${key}`, value);
  for (const { resource_id, key, value } of tags) contents.get(resource_id)?.set(`tag:${key}`, value);

  const owned = new Map<string, Set<string>>();
  const own = (id: string, key: string) => owned.set(id, (owned.get(id) ?? new Set()).add(key));
  for (const { resource_id, key, origin } of tags) if (origin === 'person') own(resource_id, key);
  for (const { resource_id, key } of removals) own(resource_id, key);
  const byPerson = await namedByPeople(tx, displayNamed);

  return new Map(
    rows.map((row) => {
      const before: ReadonlyMap<string, string> = contents.get(row.id) ?? new Map<string, string>();
      const draft: ResourceDraft = {
        id: row.id,
        kind: row.kind,
        isNew: false,
        before,
        now: new Map(before),
        ownedByPeople: owned.get(row.id) ?? new Set(),
        displayNameByPerson: byPerson.has(row.id),
        heard: row.heard,
        lastSeen: Date.parse(row.last_seen),
        firstSeen: Date.parse(row.first_seen),
        touched: false,
      };
      return [row.id, draft];
    }),
  );
}

/** Of these, those whose display name a person chose. */
async function namedByPeople(tx: WriteTx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('resource_history')
    .select('resource_id')
    .distinct()
    .where('resource_id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .where('field', '=', 'display_name')
    .where('actor_type', '=', 'person')
    .execute();
  return new Set(rows.map((row) => row.resource_id));
}
