import { sql } from 'kysely';
import { fold } from '@/domain/fold';
import { FIELD_COLUMNS } from '../field-columns';
import type { ResourceChange, WriteTx } from '../write-tx';
import { type ResourceDraft, changesOf } from './resource-draft';
import { TEXT_FIELD_NAMES } from './text-field-names';

const TEXT_NAMES = ['name', ...Object.values(TEXT_FIELD_NAMES)] as const;
const TEXT_COLUMNS = TEXT_NAMES.flatMap((name) => [FIELD_COLUMNS[name].stored, FIELD_COLUMNS[name].fold]).filter((column) => column !== null);
const COLUMNS = [...TEXT_COLUMNS, 'status', 'parent_id', 'heard', 'last_seen', 'first_seen', 'retired_at'] as const;

/** Stores what the reports left in the drafts and answers what changed. The rows of known resources are locked already. */
export async function writeDrafts(tx: WriteTx, drafts: ResourceDraft[], nowMs: number): Promise<ResourceChange[]> {
  const changes = new Map(drafts.map((draft) => [draft, changesOf(draft)]));
  const isWritten = (draft: ResourceDraft) => draft.touched || (changes.get(draft)?.length ?? 0) > 0;
  const written = drafts.filter(isWritten).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const arrived = written.filter((draft) => draft.isNew);
  const known = written.filter((draft) => !draft.isNew);
  await insertRows(tx, arrived, nowMs);
  await updateRows(tx, known, nowMs);
  for (const prefix of ['label:', 'annotation:', 'tag:'] as const) {
    await writeEntries(tx, prefix, arrived);
    await writeEntries(tx, prefix, known);
  }
  return [...changes.values()].flat();
}

function rowsAsJson(drafts: ResourceDraft[], nowMs: number): string {
  return JSON.stringify(
    drafts.map((draft) => {
      // What is undefined is left out, and null in the database.
      const row: Record<string, unknown> = {
        id: draft.id,
        kind: draft.kind,
        status: draft.now.get('status'),
        parent_id: draft.now.get('parent'),
        heard: draft.heard,
        last_seen: new Date(draft.lastSeen === 0 ? nowMs : draft.lastSeen),
        first_seen: new Date(Math.min(draft.firstSeen, nowMs)),
        retired_at: draft.now.get('retired'),
      };
      for (const name of TEXT_NAMES) {
        const { stored, fold: folded } = FIELD_COLUMNS[name];
        const value = draft.now.get(name);
        if (value === undefined) continue;
        row[stored] = value;
        if (folded !== null) row[folded] = fold(value);
      }
      return row;
    }),
  );
}

async function insertRows(tx: WriteTx, drafts: ResourceDraft[], nowMs: number): Promise<void> {
  if (drafts.length === 0) return;
  const columns = sql.join(['id', 'kind', ...COLUMNS].map((column) => sql.ref(column)));
  await sql`
    INSERT INTO resources (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::resources, ${rowsAsJson(drafts, nowMs)}::json)`.execute(tx);
}

async function updateRows(tx: WriteTx, drafts: ResourceDraft[], nowMs: number): Promise<void> {
  if (drafts.length === 0) return;
  const assignments = sql.join(COLUMNS.map((column) => sql`${sql.ref(column)} = ${sql.ref(`u.${column}`)}`));
  await sql`
    UPDATE resources r SET ${assignments}, updated_at = now()
    FROM json_populate_recordset(NULL::resources, ${rowsAsJson(drafts, nowMs)}::json) u WHERE r.id = u.id`.execute(tx);
}

const TABLES = { 'label:': 'resource_labels', 'annotation:': 'resource_annotations', 'tag:': 'resource_tags' } as const;

/** The drafts are all new or all known. A new resource has no entries to be replaced, and looking for them costs a third of the time. */
async function writeEntries(tx: WriteTx, prefix: keyof typeof TABLES, drafts: ResourceDraft[]): Promise<void> {
  const entries = drafts.flatMap((draft) =>
    [...draft.now].filter(([field, value]) => field.startsWith(prefix) && draft.before.get(field) !== value).map(([field, value]) => ({ id: draft.id, key: field.slice(prefix.length), value })),
  );
  if (entries.length === 0) return;
  const isTag = prefix === 'tag:';
  const replace = drafts[0]?.isNew ? sql`` : sql`ON CONFLICT (resource_id, key) DO UPDATE SET value = excluded.value, value_fold = excluded.value_fold`;
  await sql`
    INSERT INTO ${sql.table(TABLES[prefix])} (resource_id, key, value, value_fold ${isTag ? sql`, origin` : sql``})
    SELECT u.* ${isTag ? sql`, 'source'` : sql``} FROM unnest(${entries.map((e) => e.id)}::uuid[], ${entries.map((e) => e.key)}::text[],
      ${entries.map((e) => e.value)}::text[], ${entries.map((e) => fold(e.value))}::text[]) u
    ${replace}`.execute(tx);
}
