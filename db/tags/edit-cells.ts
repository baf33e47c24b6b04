import { type RawBuilder, sql } from 'kysely';
import { fold } from '@/domain/fold';
import type { CellEdit, CellsResult, TagBefore } from '@/domain/tag-cells';
import { writeTags } from '../write-tags';
import type { Written, WriteTx } from '../write-tx';
import { beforeOf } from './tag-before';

/** Sets and removes tags of many resources, each its own. A resource gets all of its cells or none; every resource has its result. */
export async function editCells(tx: WriteTx, cells: readonly CellEdit[]): Promise<Written<CellsResult[]>> {
  const ids = [...new Set(cells.map(({ id }) => id))];
  await tx.selectFrom('resources').where('id', 'in', ids).select('id').orderBy('id').forNoKeyUpdate().execute();
  await sql`SELECT set_config('gosight.bulk', 'on', true)`.execute(tx);
  const { verdicts, touched, changes } = await writeTags(tx, wantedByCells(cells));
  const before = new Map(ids.map((id): [string, TagBefore[]] => [id, []]));
  for (const tag of touched) before.get(tag.resourceId)?.push(beforeOf(tag));
  const now = await readBack(tx, ids);
  const results = ids.map((id): CellsResult => {
    const { tags, revision } = now.get(id) ?? { tags: {}, revision: 0 };
    return { id, outcome: verdicts.get(id)?.outcome ?? 'gone', tags, revision, before: before.get(id) ?? [] };
  });
  return { result: results, changes };
}

function wantedByCells(cells: readonly CellEdit[]): RawBuilder<unknown> {
  const wanted = cells.map(({ id, key, value, expected, restores }) => ({
    id,
    key,
    value,
    fold: value === null ? null : fold(value),
    origin: value === null ? null : (restores?.origin ?? 'person'),
    removed: value === null && (restores?.wasRemoved ?? true),
    expected: expected ?? null,
    checked: expected !== undefined,
  }));
  return sql`
    SELECT x.id AS resource_id, x.key, x.value, x.fold AS value_fold, x.origin, x.removed, x.expected, x.checked AS is_checked
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS x(id uuid, key text, value text, fold text, origin text, removed boolean, expected text, checked boolean)
    WHERE EXISTS (SELECT FROM resources AS r WHERE r.id = x.id)`;
}

async function readBack(tx: WriteTx, ids: readonly string[]): Promise<Map<string, Pick<CellsResult, 'tags' | 'revision'>>> {
  const { rows } = await sql<{ id: string } & Pick<CellsResult, 'tags' | 'revision'>>`
    SELECT r.id, r.revision, coalesce((SELECT json_object_agg(t.key, t.value ORDER BY t.key) FROM resource_tags AS t WHERE t.resource_id = r.id), '{}') AS tags
    FROM resources AS r WHERE r.id = ANY(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, tags, revision }) => [id, { tags, revision }]));
}
