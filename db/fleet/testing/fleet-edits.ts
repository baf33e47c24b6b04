import fc from 'fast-check';
import { sql } from 'kysely';
import type { Db } from '../../client';
import { idOf, NOW } from '../../selector/testing/reference-fleet';
import { fold } from '@/domain/fold';
import { KINDS } from '@/domain/kinds';
import { STATUSES } from '@/domain/status';

const PLACES = 70;
const WORDS = ['prod', 'Prod', 'zeta', 'É', 'e\u0301', '😀', 'web-01', 'new', '8', '1.20', 'abcdef123456'];
const KEYS = ['env', 'team', 'cores', 'host_id', 'seen-first-now'];
const TEXTS = { display_name: 'display_name_fold', group_name: 'group_fold', environment: 'environment_fold', version: 'version_fold', cluster: 'cluster_fold' } as const;

type TextColumn = keyof typeof TEXTS;

type Edit =
  | { type: 'insert'; place: number; parent: number | null; name: string }
  | { type: 'rename' | 'kind' | 'status' | 'ip'; place: number; word: number }
  | { type: 'text'; place: number; column: TextColumn; value: string | null }
  | { type: 'move'; place: number; parent: number | null }
  | { type: 'retire' | 'restore' | 'delete'; place: number }
  | { type: 'set-key'; place: number; table: 'resource_tags' | 'resource_labels' | 'resource_annotations'; key: string; value: string }
  | { type: 'remove-key'; place: number; table: 'resource_tags' | 'resource_labels'; key: string }
  | { type: 'heartbeats'; places: number[]; minutesAgo: number }
  | { type: 'bulk-tag'; places: number[]; key: string; value: string };

const place = fc.nat(PLACES - 1);
const word = fc.constantFrom(...WORDS);
const table = fc.constantFrom('resource_tags' as const, 'resource_labels' as const);
const kind = <Type extends string>(...names: Type[]) => fc.constantFrom(...names);

const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: kind('insert'), place, parent: fc.option(place), name: word }) },
  { weight: 4, arbitrary: fc.record({ type: kind('rename', 'kind', 'status', 'ip'), place, word: fc.nat(100) }) },
  { weight: 3, arbitrary: fc.record({ type: kind('text'), place, column: fc.constantFrom(...(Object.keys(TEXTS) as TextColumn[])), value: fc.option(word) }) },
  { weight: 2, arbitrary: fc.record({ type: kind('move'), place, parent: fc.option(place) }) },
  { weight: 3, arbitrary: fc.record({ type: kind('retire', 'restore', 'delete'), place }) },
  { weight: 4, arbitrary: fc.record({ type: kind('set-key'), place, table: fc.oneof(table, fc.constant('resource_annotations' as const)), key: fc.constantFrom(...KEYS), value: fc.oneof(word, fc.constant('')) }) },
  { weight: 2, arbitrary: fc.record({ type: kind('remove-key'), place, table, key: fc.constantFrom(...KEYS) }) },
  fc.record({ type: kind('heartbeats'), places: fc.uniqueArray(place, { minLength: 1, maxLength: 20 }), minutesAgo: fc.nat(30) }),
  fc.record({ type: kind('bulk-tag'), places: fc.uniqueArray(place, { minLength: 1, maxLength: 40 }), key: fc.constantFrom(...KEYS), value: word }),
);

/** What one transaction does. */
export const randomEdits: fc.Arbitrary<Edit[]> = fc.array(randomEdit, { minLength: 1, maxLength: 6 });

const some = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!;

/** Does it in the way the product would: an edit of what is not there does nothing, and no resource becomes its own ancestor. */
export async function applyEdit(db: Db, edit: Edit): Promise<void> {
  switch (edit.type) {
    case 'insert':
      await sql`
        INSERT INTO resources (id, kind, name, name_fold, last_seen, parent_id)
        SELECT ${idOf(edit.place)}::uuid, 'app', ${edit.name}, ${fold(edit.name)}, ${NOW}, (SELECT id FROM resources WHERE id = ${parentId(edit)}::uuid)
        ON CONFLICT (id) DO NOTHING`.execute(db);
      return;
    case 'rename':
      await update(db, edit.place, { name: some(WORDS, edit.word), name_fold: fold(some(WORDS, edit.word)) });
      return;
    case 'kind':
      await update(db, edit.place, { kind: some(KINDS, edit.word) });
      return;
    case 'status':
      await update(db, edit.place, { status: some(STATUSES, edit.word) });
      return;
    case 'ip':
      await update(db, edit.place, { ip_address: some(['10.9.8.7', 'FE80::B', null], edit.word) });
      return;
    case 'text':
      await update(db, edit.place, { [edit.column]: edit.value, [TEXTS[edit.column]]: edit.value === null ? null : fold(edit.value) });
      return;
    case 'move':
      await update(db, edit.place, { parent_id: sql`(SELECT id FROM resources WHERE id = ${parentId(edit)}::uuid)` });
      return;
    case 'retire':
    case 'restore':
      await update(db, edit.place, { retired_at: edit.type === 'retire' ? NOW : null });
      return;
    case 'delete':
      await sql`DELETE FROM resources r WHERE id = ${idOf(edit.place)}::uuid AND NOT EXISTS (SELECT FROM resources c WHERE c.parent_id = r.id)`.execute(db);
      return;
    case 'set-key':
      await setKey(db, edit.table, [edit.place], edit.key, edit.value);
      return;
    case 'remove-key':
      await sql`DELETE FROM ${sql.table(edit.table)} WHERE resource_id = ${idOf(edit.place)}::uuid AND key = ${edit.key}`.execute(db);
      return;
    case 'heartbeats':
      await heartbeats(db, edit.places, edit.minutesAgo);
      return;
    case 'bulk-tag':
      await bulkTag(db, edit.places, edit.key, edit.value);
  }
}

const parentId = ({ place: own, parent }: { place: number; parent: number | null }): string | null => (parent === null || parent >= own ? null : idOf(parent));

/** The time of the last update moves with the content alone. */
async function update(db: Db, at: number, set: Record<string, unknown>): Promise<void> {
  const columns = sql.join(Object.keys(set).map((name) => sql.ref(name)));
  const values = sql.join(Object.values(set).map((value) => (value instanceof Date ? sql`${value}::timestamptz` : value)));
  const same = sql.join(Object.entries(set).map(([name, value]) => sql`${sql.ref(name)} IS NOT DISTINCT FROM ${value}`), sql` AND `);
  await sql`
    UPDATE resources SET (${columns}, updated_at) = ROW(${values}, ${new Date(NOW.getTime() - at * 1000)}::timestamptz)
    WHERE id = ${idOf(at)}::uuid AND NOT (${same})`.execute(db);
}

async function setKey(db: Db, into: string, places: readonly number[], key: string, value: string): Promise<void> {
  const isTags = into === 'resource_tags';
  await sql`
    INSERT INTO ${sql.table(into)} (resource_id, key, value, value_fold${isTags ? sql`, origin` : sql``})
    SELECT id, ${key}, ${value}, ${fold(value)}${isTags ? sql`, 'person'` : sql``} FROM resources WHERE id = ANY (${places.map(idOf)}::uuid[])
    ON CONFLICT (resource_id, key) DO UPDATE SET value = excluded.value, value_fold = excluded.value_fold`.execute(db);
}

async function heartbeats(db: Db, places: readonly number[], minutesAgo: number): Promise<void> {
  await sql`SET LOCAL gosight.bulk = 'on'`.execute(db);
  await sql`
    WITH moved AS (
      UPDATE resources SET last_seen = ${new Date(NOW.getTime() - minutesAgo * 60_000)}
      WHERE id = ANY (${places.map(idOf)}::uuid[]) AND last_seen < ${new Date(NOW.getTime() - minutesAgo * 60_000)} RETURNING id, last_seen
    ) INSERT INTO resource_changes (what, ids, seen) SELECT 'h', array_agg(id), array_agg(last_seen) FROM moved HAVING count(*) > 0`.execute(db);
  await sql`SET LOCAL gosight.bulk = 'off'`.execute(db);
}

async function bulkTag(db: Db, places: readonly number[], key: string, value: string): Promise<void> {
  await sql`SET LOCAL gosight.bulk = 'on'`.execute(db);
  await setKey(db, 'resource_tags', places, key, value);
  await sql`UPDATE resources SET revision = revision + 1, updated_at = ${NOW} WHERE id = ANY (${places.map(idOf)}::uuid[])`.execute(db);
  await sql`INSERT INTO resource_changes (what, ids) VALUES ('t', ${places.map(idOf)}::uuid[])`.execute(db);
  await sql`SET LOCAL gosight.bulk = 'off'`.execute(db);
}
