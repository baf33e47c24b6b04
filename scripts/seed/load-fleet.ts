import pg from 'pg';
import { prepareKeys, stageKeys, writeKeys } from './copy-keys';
import { copyIn, pairLines, RESOURCE_COLUMNS, resourceLine } from './copy-lines';
import type { FleetRow } from './fleet-row';

const BATCH_ROWS = 10_000;

export interface LoadOptions {
  onProgress?: (rows: number) => void;
}

/** Copies the rows into the tables, each batch in a transaction with its one feed row. Parents come before their children. Answers how many rows came. */
export async function loadFleet(url: string, rows: AsyncIterable<FleetRow> | Iterable<FleetRow>, { onProgress }: LoadOptions = {}): Promise<number> {
  return withLoader(url, async (client) => {
    await prepareKeys(client);
    let count = 0;
    let batch: FleetRow[] = [];
    const flush = async () => {
      await loadBatch(client, batch);
      count += batch.length;
      batch = [];
      onProgress?.(count);
    };
    for await (const row of rows) {
      if (batch.push(row) === BATCH_ROWS) await flush();
    }
    if (batch.length > 0) await flush();
    return count;
  });
}

/** A connection for copying much, and fresh statistics afterwards. */
export async function withLoader<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'gosight-load', options: '-c TimeZone=UTC -c synchronous_commit=off' });
  await client.connect();
  try {
    await speedUp(client);
    const result = await work(client);
    await client.query('ANALYZE resources, resource_labels, resource_tags, resource_annotations, identity_keys, weak_identity_keys');
    return result;
  } finally {
    await client.end();
  }
}

/** Ten foreign keys are checked per resource. Where we may, the check is left to the order in which rows come. */
async function speedUp(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ superuser: boolean }>('SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user');
  if (rows[0]?.superuser === true) await client.query("SET session_replication_role = 'replica'");
}

async function loadBatch(client: pg.Client, batch: readonly FleetRow[]): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query("SET LOCAL gosight.bulk = 'on'");
    await copyIn(client, `resources (${RESOURCE_COLUMNS})`, batch.map((row) => resourceLine(row)));
    await copyIn(client, 'resource_labels (resource_id, key, value, value_fold)', batch.flatMap((row) => pairLines(row.id, row.labels)));
    await copyIn(client, 'resource_tags (resource_id, key, value, value_fold, origin)', batch.flatMap((row) => pairLines(row.id, row.tags, 'source')));
    await copyIn(client, 'resource_annotations (resource_id, key, value, value_fold)', batch.flatMap((row) => pairLines(row.id, row.annotations)));
    await stageKeys(client, batch);
    await writeKeys(client);
    await client.query(`INSERT INTO resource_changes (what, ids) VALUES ('r', $1)`, [batch.map((row) => row.id)]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
