import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type Db, connect } from '@/db/client';
import { isMigrated } from '@/db/migrate';
import { type Env, readEnv } from '@/server/env.mjs';
import { openDatabase } from '../open-database.mjs';
import type { Command } from './command';

const OLDEST_NODE = [20, 9] as const;
const OLDEST_POSTGRES = 150_000;

interface Finding {
  what: string;
  good: boolean;
  detail: string;
}

export const doctor: Command = {
  summary: 'look for what keeps the product from running',
  help: `
Usage: gosight doctor

Looks at Node, the environment, the database and its migrations, one line each. Exit code 1 when something is wrong.
It changes nothing, save that it starts and stops the embedded PostgreSQL when that is what would be used.`,
  async run(args) {
    parseArgs({ args, options: {} });
    let good = true;
    for await (const finding of findings()) {
      process.stdout.write(`${finding.good ? 'ok  ' : 'BAD '} ${finding.what}: ${finding.detail}\n`);
      good &&= finding.good;
    }
    return good ? 0 : 1;
  },
};

async function* findings(): AsyncGenerator<Finding> {
  yield node();
  let env: Env;
  try {
    env = readEnv(process.env);
    yield { what: 'environment', good: true, detail: 'every variable makes sense' };
  } catch (error) {
    yield { what: 'environment', good: false, detail: messageOf(error) };
    return;
  }
  let db: Db | undefined;
  try {
    db = connect(await openDatabase(env), { maxConnections: 1, applicationName: 'gosight-doctor' });
    yield* databaseFindings(db, env.DATABASE_URL === undefined);
  } catch (error) {
    yield { what: 'database', good: false, detail: messageOf(error) };
  } finally {
    await db?.destroy();
  }
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return { what: 'node', good, detail: good ? process.versions.node : `${process.versions.node} is older than ${OLDEST_NODE.join('.')}` };
}

async function* databaseFindings(db: Db, embedded: boolean): AsyncGenerator<Finding> {
  const { rows } = await sql<{ version: string; number: string; encoding: string }>`
    SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number, current_setting('server_encoding') AS encoding`.execute(db);
  const { version = '', number = '0', encoding = '' } = rows[0] ?? {};
  const recent = Number(number) >= OLDEST_POSTGRES;
  yield { what: 'database', good: recent, detail: `PostgreSQL ${version}, ${embedded ? 'embedded' : 'from DATABASE_URL'}${recent ? '' : '; 15 is the oldest that works'}` };
  yield { what: 'encoding', good: encoding === 'UTF8', detail: encoding === 'UTF8' ? 'UTF8' : `${encoding}; names need UTF8` };
  const migrated = await isMigrated(db);
  yield { what: 'migrations', good: migrated, detail: migrated ? 'all applied' : 'some are missing: gosight migrate' };
  if (!migrated) return;
  const counted = await db.selectFrom('resources').select(({ fn }) => fn.countAll<number>().as('count')).where('retired_at', 'is', null).executeTakeFirstOrThrow();
  yield { what: 'resources', good: true, detail: String(counted.count) };
  yield await hugePages(db);
}

/** They are the machine's to give: PostgreSQL takes them at its start when there are enough. */
async function hugePages(db: Db): Promise<Finding> {
  const { rows } = await sql<{ status: string | null; needed: string }>`
    SELECT current_setting('huge_pages_status', true) AS status, current_setting('shared_memory_size_in_huge_pages') AS needed`.execute(db);
  const { status = null, needed = '-1' } = rows[0] ?? {};
  const advice = Number(needed) > 0 ? `; from 100,000 resources on give it vm.nr_hugepages=${needed} and start it anew` : '';
  const detail = status === 'on' ? 'in use' : status === 'off' ? `not in use${advice}` : 'unknown before PostgreSQL 17';
  return { what: 'huge pages', good: true, detail };
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
