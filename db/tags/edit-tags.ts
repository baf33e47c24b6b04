import { sql } from 'kysely';
import type { TagBefore } from '@/domain/tag-cells';
import type { TagPatch } from '@/domain/tags';
import { wantedByPatch } from '../plan-tags';
import { writeTags } from '../write-tags';
import type { Written, WriteTx } from '../write-tx';
import { beforeOf } from './tag-before';

export interface TagEdit {
  id: string;
  patch: TagPatch;
  /** The revision that the person saw; the edit is refused when it has moved on. */
  revision?: number;
}

export type TagEditOutcome =
  | { outcome: 'done'; tags: Record<string, string>; revision: number; before: TagBefore[] }
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
  const { verdicts, touched, changes } = await writeTags(tx, wantedByPatch(sql`(SELECT ${id}::uuid AS resource_id)`, patch));
  const rows = await tx.selectFrom('resource_tags').where('resource_id', '=', id).select(['key', 'value']).orderBy('key').execute();
  const verdict = verdicts.get(id);
  if (verdict?.outcome === 'refused') return { result: { outcome: 'too-many-tags', count: rows.length + verdict.growth }, changes: [] };
  const next = resource.revision + (changes.length === 0 ? 0 : 1);
  return { result: { outcome: 'done', tags: Object.fromEntries(rows.map(({ key, value }) => [key, value])), revision: next, before: touched.map(beforeOf) }, changes };
}
