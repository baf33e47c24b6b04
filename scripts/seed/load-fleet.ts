import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { fold } from '@/domain/fold';
import type { FleetRow } from './fleet-row';

const BATCH_ROWS = 10_000;

export interface LoadOptions {
  onProgress?: (rows: number) => void;
}

/** Copies the rows into the tables, each batch in a transaction with its one feed row. Parents come before their children. Answers how many rows came. */
export async function loadFleet(url: string, rows: AsyncIterable<FleetRow> | Iterable<FleetRow>, { onProgress }: LoadOptions = {}): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC -c synchronous_commit=off' });
  await client.connect();
  try {
    await speedUp(client);
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
    await client.query('ANALYZE resources, resource_labels, resource_tags');
    return count;
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
    await copy(client, `resources (${RESOURCE_COLUMNS.join(', ')})`, batch.map(resourceLine));
    await copy(client, 'resource_labels (resource_id, key, value, value_fold)', batch.flatMap((row) => pairLines(row.id, row.labels)));
    await copy(client, 'resource_tags (resource_id, key, value, value_fold, origin)', batch.flatMap((row) => pairLines(row.id, row.tags, 'source')));
    await client.query(`INSERT INTO resource_changes (what, ids) VALUES ('r', $1)`, [batch.map((row) => row.id)]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function copy(client: pg.Client, into: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  stream.end(lines.join(''));
  await once(stream, 'finish');
}

const RESOURCE_COLUMNS = [
  'id', 'kind', 'name', 'name_fold', 'display_name', 'display_name_fold', 'group_name', 'group_fold', 'parent_id', 'status', 'last_seen', 'first_seen',
  'created_at', 'updated_at', 'location', 'location_fold', 'environment', 'environment_fold', 'owner', 'owner_fold', 'platform', 'platform_fold', 'runtime',
  'runtime_fold', 'version', 'version_fold', 'os', 'os_fold', 'arch', 'arch_fold', 'ip_address', 'resource_type', 'resource_type_fold', 'cluster',
  'cluster_fold', 'namespace', 'namespace_fold',
];

function resourceLine(row: FleetRow): string {
  const twice = (text: string | null) => [text, text === null ? null : fold(text)];
  const time = (ms: number) => new Date(ms).toISOString();
  return line([
    row.id, row.kind, ...twice(row.name), ...twice(row.displayName), ...twice(row.group), row.parentId, row.status, time(row.lastSeen), time(row.firstSeen),
    time(row.createdAt), time(row.updatedAt), ...twice(row.location), ...twice(row.environment), ...twice(row.owner), ...twice(row.platform),
    ...twice(row.runtime), ...twice(row.version), ...twice(row.os), ...twice(row.arch), row.ipAddress, ...twice(row.resourceType), ...twice(row.cluster),
    ...twice(row.namespace),
  ]);
}

const pairLines = (id: string, pairs: Record<string, string>, ...more: string[]): string[] =>
  Object.entries(pairs).map(([key, value]) => line([id, key, value, fold(value), ...more]));

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line of COPY's text format. */
const line = (values: readonly (string | null)[]): string =>
  `${values.map((value) => (value === null ? '\\N' : value.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char))).join('\t')}\n`;
