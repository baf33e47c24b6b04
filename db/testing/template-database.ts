import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isProcessAlive } from '@/scripts/postgres/process-alive.mjs';
import { startPostgres } from '@/scripts/postgres/start-postgres.mjs';
import { readPidFile } from '@/scripts/postgres/adopt-cluster.mjs';
import { withConnection } from '@/scripts/postgres/connect-cluster.mjs';
import { connect } from '../client';
import { migrateToLatest } from '../migrate';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's address of the server that tests run on. */
    testServerUrl: string;
    /** The migrated database that `testDb()` clones. */
    templateDatabase: string;
  }
}

const FOLDER_PREFIX = 'gosight-test-';

/** Vitest's global setup: one migrated template on a throwaway server, or on the one at TEST_DATABASE_URL. */
export default async function setUpTemplate(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startThrowawayServer();
  const template = `gosight_template_${randomUUID().replaceAll('-', '')}`;
  await withConnection(server.url, (client) => client.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`));
  const db = connect(databaseUrl(server.url, template), { maxConnections: 1, applicationName: 'gosight-template' });
  try {
    await migrateToLatest(db);
  } finally {
    await db.destroy();
  }
  project.provide('testServerUrl', server.url);
  project.provide('templateDatabase', template);
  return async () => {
    if (given) await withConnection(server.url, (client) => client.query(`DROP DATABASE ${template} WITH (FORCE)`));
    await server.stop();
  };
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function startThrowawayServer() {
  await removeAbandonedServers();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ dataDir: folder, throwaway: true });
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A killed run leaves its server behind; the next run ends it. */
async function removeAbandonedServers(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(FOLDER_PREFIX))) {
    const owner = Number.parseInt(name.slice(FOLDER_PREFIX.length), 10);
    if (isProcessAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    const server = readPidFile(join(folder, 'postgres', 'data'));
    if (server && isProcessAlive(server.pid)) process.kill(server.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
