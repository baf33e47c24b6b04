import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { testDb } from '@/db/testing/test-db';
import { HeartbeatBuffer } from '../heartbeat-buffer';
import { hostName } from '../ingest/identity-keys';
import { KnownBlocks } from '../ingest/known-blocks';
import { receiveOtlp } from '../ingest/receive-otlp';
import { serveHandler } from '../testing/serve-handler';
import { startSelfReport } from './self-report';

const { db } = testDb();
const heartbeats = new HeartbeatBuffer(() => db);
const receiver = { db, heartbeats, blocks: new KnownBlocks() };
let reported: () => void;
const firstReport = new Promise<void>((resolve) => (reported = resolve));
const server = serveHandler(async (request, url) => {
  const answer = await receiveOtlp(receiver, request, url.pathname.replace('/v1/', ''));
  reported();
  return answer;
});

test('the server and its host are in the inventory, without any command line', async () => {
  const selfReport = startSelfReport(server.url);
  await firstReport;
  await selfReport.stop();
  const rows = await db.selectFrom('resource_summary').selectAll().execute();
  const app = rows.find((row) => row.kind === 'app');
  expect(app).toMatchObject({ name: 'gosight-registry', namespace: 'gosight', status: 'Online', runtime: expect.stringContaining('node') });
  // A machine whose name says nothing is no host by its name.
  if (hostName(hostname()) !== undefined) {
    expect(rows.filter((row) => row.kind !== 'app').map((row) => row.name)).toEqual([hostname()]);
    expect(app?.parent_name).toBe(hostname());
  }
  expect(process.argv.join(' ')).toContain('vitest');
  expect(JSON.stringify(rows)).not.toContain('vitest');
});
