import pg from 'pg';
import { FEED_CHANNEL } from '../write-tx';
import { type FeedRow, FEED_COLUMNS, feedRowOf, type FeedWatermark, isWatermark, WATERMARK_COLUMNS, watermarkOf } from './feed-row';
import { copyOut } from './copy-out';
import type { CopyRow } from './copy-row';
import { INDEXED_SPACES, type IndexedSpace, RESOURCE_COLUMNS } from './fleet-columns';

/** The connection by which one fleet index reads: everything of one catch-up in one snapshot. */
export class FleetReader {
  private constructor(private readonly client: pg.Client) {}

  /** Opens the connection and listens for hints; `onLost` is called once when it breaks. */
  static async open(url: string, { onHint, onLost }: { onHint: () => void; onLost: (error: Error) => void }): Promise<FleetReader> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'gosight-fleet',
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      options: '-c TimeZone=UTC -c statement_timeout=0 -c idle_in_transaction_session_timeout=60000 -c work_mem=64MB -c jit=off',
    });
    client.on('error', onLost);
    client.on('notification', onHint);
    try {
      await client.connect();
      await client.query(`LISTEN ${FEED_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return new FleetReader(client);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Everything that `work` reads is of one moment. */
  async inSnapshot<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      const result = await work();
      await this.client.query('COMMIT');
      return result;
    } catch (error) {
      // A broken connection cannot roll back, and need not.
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async watermark(): Promise<FeedWatermark> {
    let found: FeedWatermark | undefined;
    await copyOut(this.client, `SELECT ${WATERMARK_COLUMNS}`, (row) => (found = watermarkOf(row)));
    if (found === undefined) throw new Error('the database named no watermark');
    return found;
  }

  /** The feed from the cursor on, without what was applied already, and where to read on from. */
  async readFeed(cursor: bigint, applied: readonly bigint[]): Promise<{ rows: FeedRow[]; watermark: FeedWatermark }> {
    const rows: FeedRow[] = [];
    let watermark: FeedWatermark | undefined;
    const unseen = applied.length === 0 ? '' : ` AND seq <> ALL ('{${applied.join(',')}}'::bigint[])`;
    const query = `SELECT ${FEED_COLUMNS} FROM resource_changes WHERE xid >= '${cursor}'::xid8${unseen} UNION ALL SELECT ${WATERMARK_COLUMNS}`;
    await copyOut(this.client, query, (row) => {
      if (isWatermark(row)) watermark = watermarkOf(row);
      else rows.push(feedRowOf(row));
    });
    if (watermark === undefined) throw new Error('the feed named no watermark');
    return { rows, watermark };
  }

  /** How much there is to load: the resources exactly, their tags and labels as the planner guesses. */
  async countRows(): Promise<{ resources: number; keys: number }> {
    const { rows } = await this.client.query<{ resources: string; keys: string }>(`
      SELECT (SELECT count(*) FROM resources) AS resources,
        (SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint FROM pg_class WHERE oid IN ('resource_tags'::regclass, 'resource_labels'::regclass)) AS keys`);
    return { resources: Number(rows[0]?.resources ?? 0), keys: Number(rows[0]?.keys ?? 0) };
  }

  /** All resources in the order of their names, or those with these ids; as RESOURCE_FIELDS says. */
  readResources(ids: readonly string[] | 'all', onRow: (row: CopyRow) => void): Promise<void> {
    if (ids === 'all') return copyOut(this.client, `SELECT ${RESOURCE_COLUMNS} FROM resources r ORDER BY r.name_fold, r.name, r.id`, onRow);
    return copyOut(this.client, `SELECT ${RESOURCE_COLUMNS} FROM resources r WHERE r.id = ANY (${uuids(ids)})`, onRow);
  }

  /** The id and the time of the last update of these resources; as UPDATED_FIELDS says. */
  readUpdated(ids: readonly string[], onRow: (row: CopyRow) => void): Promise<void> {
    return copyOut(this.client, `SELECT id, updated_at FROM resources WHERE id = ANY (${uuids(ids)})`, onRow);
  }

  /** All tags or labels, or those of these resources; as KEY_FIELDS says. */
  readKeys(space: IndexedSpace, ids: readonly string[] | 'all', onRow: (row: CopyRow) => void): Promise<void> {
    const where = ids === 'all' ? '' : ` WHERE resource_id = ANY (${uuids(ids)})`;
    return copyOut(this.client, `SELECT resource_id, key, value FROM ${INDEXED_SPACES[space]}${where}`, onRow);
  }
}

const UUIDS = /^[0-9a-f,-]*$/;

/** COPY takes no parameters. The ids come from the index, which makes them of 16 bytes; checked all the same, since they become SQL. */
function uuids(ids: readonly string[]): string {
  const list = ids.join(',');
  if (!UUIDS.test(list)) throw new Error('these are not all ids');
  return `'{${list}}'::uuid[]`;
}
