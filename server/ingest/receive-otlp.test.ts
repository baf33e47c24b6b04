import { gzipSync } from 'node:zlib';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { beforeEach, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { testDb } from '@/db/testing/test-db';
import { HeartbeatBuffer } from '../heartbeat-buffer';
import { serveHandler } from '../testing/serve-handler';
import { KnownBlocks } from './known-blocks';
import { receiveOtlp } from './receive-otlp';

const { db } = testDb();
const heartbeats = new HeartbeatBuffer(() => db);
const blocks = new KnownBlocks();
const server = serveHandler((request, url) => receiveOtlp({ db, heartbeats, blocks }, request, url.pathname.replace('/v1/', '')));

beforeEach(async () => {
  await db.deleteFrom('resources').where('kind', '=', 'app').execute();
  await db.deleteFrom('resources').where('kind', '=', 'container').execute();
  await db.deleteFrom('resources').execute();
  blocks.clear();
});

const rows = () => db.selectFrom('resource_summary').select(['kind', 'name', 'status', 'parent_name', 'environment']).orderBy('kind').orderBy('name').execute();

type Attributes = Record<string, string>;

const json = (...sets: Attributes[]) =>
  JSON.stringify({ resourceLogs: sets.map((set) => ({ resource: { attributes: Object.entries(set).map(([key, stringValue]) => ({ key, value: { stringValue } })) }, scopeLogs: [] })) });

const post = (path: string, body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${server.url}${path}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

test('a running OpenTelemetry SDK shows up as app and host', async () => {
  const exporter = new OTLPMetricExporter({ url: `${server.url}/v1/metrics` });
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const resource = resourceFromAttributes({ 'service.name': 'checkout', 'host.name': 'web-1', 'host.arch': 'x64', 'deployment.environment': 'prod' });
  const provider = new MeterProvider({ resource, readers: [reader] });
  provider.getMeter('test').createCounter('orders').add(1);
  await provider.forceFlush();
  await provider.shutdown();
  expect(await rows()).toEqual([
    { kind: 'app', name: 'checkout', status: 'Online', parent_name: 'web-1', environment: 'prod' },
    { kind: 'host', name: 'web-1', status: 'Online', parent_name: null, environment: 'prod' },
  ]);
});

test('JSON, gzip, and the empty answer in the format of the request', async () => {
  const answer = await post('/v1/logs', gzipSync(json({ 'service.name': 'api' })), { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' });
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'application/json', '{}']);
  const empty = await post('/v1/traces', new Uint8Array(0), { 'content-type': 'application/x-protobuf' });
  expect([empty.status, empty.headers.get('content-type'), (await empty.arrayBuffer()).byteLength]).toEqual([200, 'application/x-protobuf', 0]);
  expect((await rows()).map((row) => row.name)).toEqual(['api']);
});

test('a set that comes again costs a heartbeat, and no row but last_seen', async () => {
  await post('/v1/logs', json({ 'service.name': 'api' }));
  await db.updateTable('resources').set({ status: 'Offline', last_seen: '2026-01-01T00:00:00Z', version: 'untouched' }).execute();
  await post('/v1/logs', json({ 'service.name': 'api' }, { 'service.name': 'api' }));
  await heartbeats.flush();
  const row = await db.selectFrom('resources').select(['status', 'version', 'last_seen']).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: 'Online', version: 'untouched' });
  expect(Date.parse(row.last_seen)).toBeGreaterThan(Date.parse('2026-01-02T00:00:00Z'));
});

test('an older version comes back only after its block was looked at anew', async () => {
  const version = (text: string) => ({ 'service.name': 'api', 'service.version': text });
  const stored = () => db.selectFrom('resources').select('version').executeTakeFirst();
  await post('/v1/logs', json(version('1')));
  await post('/v1/logs', json(version('2')));
  expect(await stored()).toEqual({ version: '2' });
  await post('/v1/logs', json(version('1')));
  expect(await stored()).toEqual({ version: '2' });
  expect(await db.selectFrom('resource_history').select('new_value').where('field', '=', 'version').execute()).toEqual([{ new_value: '2' }]);
});

test.each([
  ['rubbish in protobuf', '/v1/metrics', new Uint8Array([0x0a, 0xff, 0xff]), { 'content-type': 'application/x-protobuf' }, 400],
  ['rubbish in JSON', '/v1/metrics', '{"resourceMetrics": [', { 'content-type': 'application/json' }, 400],
  ['a list where an object belongs', '/v1/metrics', '[]', { 'content-type': 'application/json' }, 400],
  ['no gzip', '/v1/logs', 'plain', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 400],
  ['another content type', '/v1/logs', '{}', { 'content-type': 'text/plain' }, 415],
  ['another encoding', '/v1/logs', '{}', { 'content-type': 'application/json', 'content-encoding': 'br' }, 415],
  ['an unknown signal', '/v1/profiles', '{}', { 'content-type': 'application/json' }, 404],
  ['a foreign page', '/v1/logs', '{}', { 'content-type': 'application/json', origin: 'http://evil.example' }, 403],
])('%s is refused with a status', async (_, path, body, headers, status) => {
  const answer = await post(path, body, headers as Record<string, string>);
  expect(answer.status).toBe(status);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (headers['content-type'] === 'application/x-protobuf') {
    expect(answer.headers.get('content-type')).toBe('application/x-protobuf');
    expect([bytes[0], bytes[1], bytes[2]]).toEqual([0x08, 3, 0x12]);
  } else {
    expect(JSON.parse(bytes.toString())).toEqual({ code: expect.any(Number), message: expect.stringMatching(/\w/) });
  }
  expect(await rows()).toEqual([]);
});

test('30 MB in chunks arrive whole', async () => {
  const filler = { key: 'filler', value: { stringValue: 'x'.repeat(1024 * 1024) } };
  const block = { resource: { attributes: [{ key: 'service.name', value: { stringValue: 'large' } }] }, scopeLogs: [{ logRecords: [{ attributes: [filler] }] }] };
  const text = JSON.stringify({ resourceLogs: [...Array.from({ length: 30 }, () => block), { resource: { attributes: [{ key: 'service.name', value: { stringValue: 'last' } }] } }] });
  const answer = await post('/v1/logs', inChunks(Buffer.from(text)));
  expect(answer.status).toBe(200);
  expect((await rows()).map((row) => row.name)).toEqual(['large', 'last']);
});

test('more than 64 MiB is refused while it arrives, and after unpacking', async () => {
  const zeros = Buffer.alloc(65 * 1024 * 1024);
  const packed = await post('/v1/logs', gzipSync(zeros), { 'content-type': 'application/x-protobuf', 'content-encoding': 'gzip' });
  expect([packed.status, packed.headers.get('connection')]).toEqual([413, 'close']);
  const announced = await post('/v1/logs', zeros, { 'content-type': 'application/x-protobuf' }).catch(() => undefined);
  // The server may close before the client has sent all; then the client sees no answer.
  expect(announced?.status ?? 413).toBe(413);
  expect(globalThis.gosightBytesInFlight).toBe(0);
});

test('a database that is down is told, and asks to try again', async () => {
  const nowhere = connect('postgres://nobody@127.0.0.1:9/nothing');
  const request = new Request('http://localhost/v1/logs', { method: 'POST', headers: { host: 'localhost', 'content-type': 'application/json' }, body: json({ 'service.name': 'api' }) });
  const answer = await receiveOtlp({ db: nowhere, heartbeats, blocks }, request, 'logs');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await answer.json()).toMatchObject({ code: 14 });
  await nowhere.destroy();
});

test('what cannot be stored is named, and the rest is stored', async () => {
  const answer = await post('/v1/logs', json({ 'service.name': 'bad\u0000name' }, { 'service.name': '<script>😀' }));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ partialSuccess: { errorMessage: '1 not stored: app: name: NUL characters cannot be stored, labels.service: NUL characters cannot be stored' } });
  expect((await rows()).map((row) => row.name)).toEqual(['<script>😀']);
});

function inChunks(body: Buffer): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(Uint8Array.from(body.subarray(at, (at += 64 * 1024))));
    },
  });
}
