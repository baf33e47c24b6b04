import { randomUUID } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { withConnection } from '@/scripts/postgres/connect-cluster.mjs';
import { startPostgres } from '@/scripts/postgres/start-postgres.mjs';
import { makeThrowawayFolder, removeFolder } from '@/scripts/postgres/throwaway-folder.mjs';
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
function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function startThrowawayServer() {
  const folder = await makeThrowawayFolder();
  const postgres = await startPostgres({ dataDir: folder, throwaway: true });
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      await removeFolder(folder);
    },
  };
}
