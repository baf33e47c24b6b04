import type pg from 'pg';
import { prepareKeys, stageKeys, writeKeys } from './copy-keys';
import { copyIn, pairLines, RESOURCE_COLUMNS, resourceLine } from './copy-lines';
import type { FleetRow } from './fleet-row';
import { withLoader } from './load-fleet';

const BATCH_ROWS = 10_000;
const MOST_ABOVE = 64;

export interface NumberedRow {
  line: number;
  row: FleetRow;
}

export interface LoadedLines {
  created: number;
  /** Lines whose id has a row already; it is left as it is. */
  known: number;
  refused: { line: number; message: string }[];
}

/** Copies rows whose parents may come after them, or be there already, in one transaction; ids are unique among them. */
export async function loadAnyOrder(url: string, rows: AsyncIterable<NumberedRow>, { dryRun = false } = {}): Promise<LoadedLines> {
  return withLoader(url, async (client) => {
    await stage(client, rows);
    await client.query('BEGIN');
    try {
      await client.query("SET LOCAL gosight.bulk = 'on'");
      const known = (await client.query('DELETE FROM staged s USING resources r WHERE r.id = s.id')).rowCount ?? 0;
      const refused = await refuseHomeless(client);
      const created = (await client.query(`INSERT INTO resources (${RESOURCE_COLUMNS}) SELECT ${RESOURCE_COLUMNS} FROM staged ORDER BY line`)).rowCount ?? 0;
      await writePairs(client);
      await writeKeys(client, 'staged');
      await client.query(`
        INSERT INTO resource_changes (what, ids)
        SELECT 'r', array_agg(id) FROM (SELECT id, (row_number() OVER (ORDER BY line) - 1) / ${BATCH_ROWS} AS part FROM staged) parts GROUP BY part ORDER BY part`);
      await client.query(dryRun ? 'ROLLBACK' : 'COMMIT');
      return { created, known, refused };
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

const PAIR_TABLES = { labels: 'resource_id, key, value, value_fold', tags: 'resource_id, key, value, value_fold, origin', annotations: 'resource_id, key, value, value_fold' };

async function stage(client: pg.Client, rows: AsyncIterable<NumberedRow>): Promise<void> {
  await client.query('CREATE TEMP TABLE staged (LIKE resources)');
  await client.query('ALTER TABLE staged ADD line integer');
  for (const pairs of Object.keys(PAIR_TABLES)) await client.query(`CREATE TEMP TABLE staged_${pairs} (LIKE resource_${pairs})`);
  await prepareKeys(client);
  let batch: NumberedRow[] = [];
  for await (const each of rows) {
    if (batch.push(each) < BATCH_ROWS) continue;
    await stageBatch(client, batch);
    batch = [];
  }
  await stageBatch(client, batch);
  await client.query('CREATE INDEX ON staged (parent_id)');
  await client.query('ANALYZE staged');
}

async function stageBatch(client: pg.Client, batch: readonly NumberedRow[]): Promise<void> {
  const rows = batch.map(({ row }) => row);
  await copyIn(client, `staged (line, ${RESOURCE_COLUMNS})`, batch.map(({ line, row }) => resourceLine(row, String(line))));
  await copyIn(client, `staged_labels (${PAIR_TABLES.labels})`, rows.flatMap(({ id, labels }) => pairLines(id, labels)));
  await copyIn(client, `staged_tags (${PAIR_TABLES.tags})`, rows.flatMap(({ id, tags }) => pairLines(id, tags, 'source')));
  await copyIn(client, `staged_annotations (${PAIR_TABLES.annotations})`, rows.flatMap(({ id, annotations }) => pairLines(id, annotations)));
  await stageKeys(client, rows);
}

async function writePairs(client: pg.Client): Promise<void> {
  for (const [pairs, columns] of Object.entries(PAIR_TABLES)) {
    await client.query(`INSERT INTO resource_${pairs} (${columns}) SELECT ${columns} FROM staged_${pairs} JOIN staged ON staged.id = resource_id`);
  }
}

/** Keeps what hangs, over its parents, from a root or from a resource that is there; takes the rest out and says why. */
async function refuseHomeless(client: pg.Client): Promise<LoadedLines['refused']> {
  await client.query(`
    CREATE TEMP TABLE placed ON COMMIT DROP AS
    WITH RECURSIVE above AS (
      SELECT DISTINCT r.id AS parent, r.parent_id AS next, 1 AS depth FROM staged s JOIN resources r ON r.id = s.parent_id
      UNION ALL
      SELECT above.parent, r.parent_id, depth + 1 FROM above JOIN resources r ON r.id = above.next
    ), placed AS (
      SELECT id, 0 AS depth FROM staged WHERE parent_id IS NULL
      UNION ALL
      SELECT s.id, a.depth FROM staged s JOIN (SELECT parent, max(depth) AS depth FROM above GROUP BY parent) a ON a.parent = s.parent_id
      UNION ALL
      SELECT s.id, placed.depth + 1 FROM placed JOIN staged s ON s.parent_id = placed.id
    )
    SELECT id FROM placed WHERE depth <= ${MOST_ABOVE}`);
  await client.query('ANALYZE placed');
  const { rows } = await client.query<{ line: number; parent_id: string; parent_staged: boolean }>(`
    SELECT line, parent_id, EXISTS (SELECT FROM staged p WHERE p.id = s.parent_id) AS parent_staged FROM staged s
    WHERE NOT EXISTS (SELECT FROM placed WHERE placed.id = s.id) ORDER BY line`);
  await client.query('DELETE FROM staged s WHERE NOT EXISTS (SELECT FROM placed WHERE placed.id = s.id)');
  return rows.map((row) => ({
    line: row.line,
    message: `parentId: ${row.parent_staged ? 'its parents form a circle, were refused themselves, or are more than 64' : `there is no resource ${row.parent_id}`}`,
  }));
}
