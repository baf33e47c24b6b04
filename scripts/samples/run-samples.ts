import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, chmod, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Db, connect } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { withConnection } from '@/scripts/postgres/connect-cluster.mjs';
import { startPostgres } from '@/scripts/postgres/start-postgres.mjs';
import { HeartbeatBuffer } from '@/server/heartbeat-buffer';
import { importDocument } from '@/server/ingest/import-document';
import { KnownBlocks } from '@/server/ingest/known-blocks';
import { receiveOtlp } from '@/server/ingest/receive-otlp';
import { type Sample, readSamples } from './sample-counts';

const TEMPLATE = 'sample_template';
const folder = process.argv[2] ?? '.';
const protobuf = join(folder, 'otlp', 'pb');
const protobufFiles = existsSync(protobuf) ? (await readdir(protobuf)).filter((name) => name.endsWith('.pb')).map((name) => `otlp/pb/${name}`) : [];
const { samples, skipped } = await readSamples(folder, protobufFiles);

const data = await mkdtemp(join(tmpdir(), 'gosight-samples-'));
await chmod(data, 0o755);
const postgres = await startPostgres({ dataDir: data, throwaway: true });
let failed = 0;
try {
  await makeTemplate();
  for (const sample of samples) {
    const difference = await tryInEmptyRegistry(sample);
    console.log(`${difference === undefined ? 'ok  ' : 'FAIL'} ${sample.file}${difference === undefined ? '' : `: ${difference}`}`);
    if (difference !== undefined) failed++;
  }
} finally {
  await postgres.stop();
  await rm(data, { recursive: true, force: true });
}
for (const file of skipped) console.log(`skip ${file}`);
console.log(`${samples.length - failed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

async function makeTemplate(): Promise<void> {
  await withConnection(postgres.url, (client) => client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`));
  const db = connect(urlOf(TEMPLATE), { maxConnections: 1 });
  await migrateToLatest(db).finally(() => db.destroy());
}

function urlOf(database: string): string {
  const url = new URL(postgres.url);
  url.pathname = `/${database}`;
  return url.href;
}

/** Answers what differs from the expected counts, if anything. */
async function tryInEmptyRegistry(sample: Sample): Promise<string | undefined> {
  const name = `sample_${randomUUID().replaceAll('-', '')}`;
  await withConnection(postgres.url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  const db = connect(urlOf(name), { maxConnections: 2 });
  try {
    const refusal = await send(db, sample, await readFile(join(folder, sample.file)));
    return refusal ?? compare('kinds', sample.counts, await kinds(db)) ?? compare('parents', sample.parents, await parents(db));
  } finally {
    await db.destroy();
    await withConnection(postgres.url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

async function send(db: Db, { file, format }: Sample, bytes: Buffer): Promise<string | undefined> {
  const heartbeats = new HeartbeatBuffer(() => db);
  const receiver = { db, heartbeats, blocks: new KnownBlocks() };
  if (format === 'kubectl-json') {
    const { errors } = await importDocument(receiver, 'kubernetes', bytes, false);
    return errors.length === 0 ? undefined : `refused: ${errors[0]?.message}`;
  }
  const text = format === 'otlp-json' ? bytes.toString() : '';
  const requests: (string | Buffer)[] = format === 'otlp-protobuf' ? [bytes] : file.endsWith('.jsonl') ? text.split('\n').filter(Boolean) : [text];
  for (const request of requests) {
    const answer = await receiveOtlp(receiver, asRequest(request), signalOf(request, file));
    const body = await answer.text();
    if (answer.status !== 200 || body.includes('partialSuccess')) return `answered ${answer.status} ${body}`;
  }
  await heartbeats.flush();
  return undefined;
}

function asRequest(body: string | Buffer): Request {
  const type = typeof body === 'string' ? 'application/json' : 'application/x-protobuf';
  return new Request('http://localhost/v1/', { method: 'POST', headers: { host: 'localhost', 'content-type': type }, body: typeof body === 'string' ? body : Uint8Array.from(body) });
}

/** The outer shape of a protobuf request is the same for every signal. */
function signalOf(request: string | Buffer, file: string): string {
  const text = typeof request === 'string' ? request.slice(0, 200) : file;
  return /resourceLogs|logs/.test(text) ? 'logs' : /resourceSpans|traces/.test(text) ? 'traces' : 'metrics';
}

async function kinds(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`SELECT kind AS name, count(*) FROM resources GROUP BY 1`.execute(db);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

async function parents(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT r.kind || '<-' || COALESCE(p.kind, 'none') AS name, count(*) FROM resources r LEFT JOIN resources p ON p.id = r.parent_id GROUP BY 1`.execute(db);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

function compare(what: string, expected: Record<string, number>, found: Record<string, number>): string | undefined {
  const sorted = (counts: Record<string, number>) => JSON.stringify(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(expected) === sorted(found) ? undefined : `${what}: expected ${sorted(expected)}, found ${sorted(found)}`;
}
