import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { withConnection } from '@/scripts/postgres/connect-cluster.mjs';
import { type Db, connect } from '../client';

const CLOSED_WITHIN_MS = 20_000;
const OBJECT_IN_USE = '55006';

export interface TestDb {
  db: Db;
  url: string;
}

/**
 * A private database for this test file, cloned from the migrated template and dropped after it. Call it once, at the top
 * of the file; `db` works from the first hook on. A connection that is never given back or ended fails the file.
 */
export function testDb(): TestDb {
  const serverUrl = inject('testServerUrl');
  const template = inject('templateDatabase');
  const name = `gosight_test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const db = connect(url.href, { maxConnections: 4, applicationName: 'gosight-test' });

  beforeAll(() => cloneDatabase(serverUrl, template, name));
  afterAll(async () => {
    try {
      await within(CLOSED_WITHIN_MS, db.destroy(), 'a test took a connection from the pool and never gave it back');
      await allClosed(serverUrl, name);
    } finally {
      await withConnection(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    }
  });
  return { db, url: url.href };
}

async function cloneDatabase(serverUrl: string, template: string, name: string): Promise<void> {
  await withConnection(serverUrl, async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
        return;
      } catch (error) {
        // Autovacuum may be looking at the template.
        if (attempt === 5 || !(error instanceof Error && 'code' in error && error.code === OBJECT_IN_USE)) throw error;
      }
    }
  });
}

/** The server notices a closed socket a moment later. */
async function allClosed(serverUrl: string, name: string): Promise<void> {
  await withConnection(serverUrl, async (client) => {
    const deadline = Date.now() + CLOSED_WITHIN_MS;
    for (;;) {
      const { rows } = await client.query(
        `SELECT application_name, state, query FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
        [name],
      );
      if (rows.length === 0) return;
      if (Date.now() > deadline) throw new Error(`connections were left open: ${JSON.stringify(rows)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}

async function within(timeoutMs: number, work: Promise<void>, message: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), timeoutMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
