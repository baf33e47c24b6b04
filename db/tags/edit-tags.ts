import { sql } from 'kysely';
import { fold } from '@/domain/fold';
import { MAX_TAGS_PER_RESOURCE, type TagPatch } from '@/domain/tags';
import type { ResourceChange, Written, WriteTx } from '../write-tx';

export interface TagEdit {
  id: string;
  patch: TagPatch;
  /** The revision that the person saw; the edit is refused when it has moved on. */
  revision?: number;
}

export type TagEditOutcome =
  | { outcome: 'done'; tags: Record<string, string>; revision: number }
  | { outcome: 'not-found' }
  | { outcome: 'moved-on'; revision: number }
  | { outcome: 'too-many-tags'; count: number };

/** Sets and removes tags of one resource as a person does: sources respect it from then on. What changes nothing is left out. */
export async function editTags(tx: WriteTx, { id, patch, revision }: TagEdit): Promise<Written<TagEditOutcome>> {
  const resource = await tx.selectFrom('resources').where('id', '=', id).select('revision').forNoKeyUpdate().executeTakeFirst();
  if (resource === undefined) return { result: { outcome: 'not-found' }, changes: [] };
  if (revision !== undefined && revision !== resource.revision) {
    return { result: { outcome: 'moved-on', revision: resource.revision }, changes: [] };
  }
  const rows = await tx.selectFrom('resource_tags').where('resource_id', '=', id).select(['key', 'value', 'origin']).orderBy('key').execute();
  const before = new Map(rows.map(({ key, value }) => [key, value]));
  const changes = changesOf(id, before, patch);
  const after = applied(before, changes);
  if (after.size > MAX_TAGS_PER_RESOURCE && after.size > before.size) {
    return { result: { outcome: 'too-many-tags', count: after.size }, changes: [] };
  }
  const ofPerson = new Set(rows.filter(({ origin }) => origin === 'person').map(({ key }) => key));
  const set = Object.entries(patch.set).filter(([key, value]) => before.get(key) !== value || !ofPerson.has(key));
  await setTags(tx, id, set);
  await removeTags(tx, id, changes.filter(({ newValue }) => newValue === null).map(keyOf));
  const next = changes.length === 0 ? resource.revision : await countEdit(tx, id);
  return { result: { outcome: 'done', tags: Object.fromEntries(after), revision: next }, changes };
}

function changesOf(resourceId: string, before: ReadonlyMap<string, string>, patch: TagPatch): ResourceChange[] {
  const wanted: [string, string | null][] = [...Object.entries(patch.set), ...patch.remove.map((key): [string, null] => [key, null])];
  return wanted
    .map(([key, newValue]) => ({ resourceId, field: `tag:${key}`, oldValue: before.get(key) ?? null, newValue }))
    .filter(({ oldValue, newValue }) => oldValue !== newValue);
}

const keyOf = ({ field }: ResourceChange): string => field.slice('tag:'.length);

function applied(before: ReadonlyMap<string, string>, changes: readonly ResourceChange[]): Map<string, string> {
  const after = new Map(before);
  for (const change of changes) {
    if (change.newValue === null) after.delete(keyOf(change));
    else after.set(keyOf(change), change.newValue);
  }
  return after;
}

async function setTags(tx: WriteTx, id: string, set: [string, string][]): Promise<void> {
  if (set.length === 0) return;
  await tx
    .insertInto('resource_tags')
    .values(set.map(([key, value]) => ({ resource_id: id, key, value, value_fold: fold(value), origin: 'person' })))
    .onConflict((conflict) =>
      conflict.columns(['resource_id', 'key']).doUpdateSet(({ ref }) => ({
        value: ref('excluded.value'),
        value_fold: ref('excluded.value_fold'),
        origin: ref('excluded.origin'),
      })),
    )
    .execute();
  await tx.deleteFrom('resource_tag_removals').where('resource_id', '=', id).where('key', 'in', set.map(([key]) => key)).execute();
}

/** Remembered, so that no source brings them back. */
async function removeTags(tx: WriteTx, id: string, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.deleteFrom('resource_tags').where('resource_id', '=', id).where('key', 'in', keys).execute();
  await tx
    .insertInto('resource_tag_removals')
    .values(keys.map((key) => ({ resource_id: id, key })))
    .onConflict((conflict) => conflict.columns(['resource_id', 'key']).doNothing())
    .execute();
}

async function countEdit(tx: WriteTx, id: string): Promise<number> {
  const { revision } = await tx
    .updateTable('resources')
    .set({ revision: sql`revision + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}
