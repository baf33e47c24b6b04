import { beforeEach, describe, expect, test } from 'vitest';
import { testDb } from '@/db/testing/test-db';
import { uuidV7 } from '@/domain/uuid-v7';
import { HeartbeatBuffer } from '../heartbeat-buffer';
import { problem } from '../problem';
import { importFile, registerResources, takeHeartbeats } from './report-doors';

const { db } = testDb();
const heartbeats = new HeartbeatBuffer(() => db);
const receiver = { db, heartbeats };

beforeEach(async () => {
  await db.updateTable('resources').set({ parent_id: null }).execute();
  await db.deleteFrom('resources').execute();
});

type Door = (to: typeof receiver, request: Request) => Promise<Response>;

async function post(door: Door, body: unknown, query = '', contentType = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`http://localhost/${query}`, { method: 'POST', headers: { 'content-type': contentType }, body: text });
  const answer = await door(receiver, request).catch(problem);
  return { status: answer.status, body: await answer.json() };
}

const register = (...resources: unknown[]) => post(registerResources, { resources });
const rows = () => db.selectFrom('resource_summary').selectAll().orderBy('kind').orderBy('name').execute();

describe('registering', () => {
  test('every field, labels, tags, annotations and a parent by name', async () => {
    const fields = { displayName: 'D', group: 'g', location: 'l', environment: 'e', owner: 'o', platform: 'p', runtime: 'r', version: 'v', os: 'os', arch: 'a', ipAddress: '10.0.0.1', resourceType: 't', cluster: 'c', namespace: 'n' };
    const item = { kind: 'app', name: 'api', ...fields, labels: { service: 'api' }, tags: { Env: 'prod', 'key-only': '' }, annotations: { note: 'x' }, parent: { kind: 'host', name: 'web-1' }, seenAt: new Date().toISOString() };
    const { status, body } = await register(item);
    expect([status, body]).toEqual([200, { created: 1, updated: 0, unchanged: 0, failed: 0, results: [{ index: 0, result: 'created', id: expect.any(String) }] }]);
    expect(await rows()).toMatchObject([
      { name: 'api', display_name: 'D', group_name: 'g', ip_address: '10.0.0.1', resource_type: 't', labels: { service: 'api' }, tags: { env: 'prod', 'key-only': '' }, annotations: { note: 'x' }, status: 'Online', parent_name: 'web-1' },
      { kind: 'host', name: 'web-1', status: 'Unknown' },
    ]);
    expect((await register(item)).body).toMatchObject({ unchanged: 1 });
    expect((await register({ ...item, version: 'w' })).body).toMatchObject({ updated: 1 });
  });

  test('one bad item does not stop the others, and is named by its index', async () => {
    const nobody = uuidV7();
    const { body } = await register(
      { kind: 'host', name: 'good' },
      { kind: 'planet', name: 'x' },
      { kind: 'host' },
      { kind: 'host', name: 'x', colour: 'red' },
      { kind: 'host', name: 'a\u0000b' },
      { kind: 'host', name: 'x'.repeat(257) },
      { kind: 'host', name: 'x', tags: { Env: '1', env: '2' } },
      { kind: 'host', name: 'x', tags: { 'a b': '' } },
      { kind: 'host', name: 'x', parent: nobody },
      { kind: 'host', name: 'x', id: 'no-uuid' },
      { kind: 'host', name: 'x', labels: { big: 'x'.repeat(1_025) } },
      { kind: 'host', name: 'x', parent: { kind: 'agent', name: '' } },
      'rubbish',
      { kind: 'otel', labels: { source: 'meter-7' } },
    );
    const errors = body.results.flatMap((each: { index: number; errors?: { path: string }[] }) => (each.errors ? [[each.index, each.errors[0]?.path]] : []));
    expect(errors).toEqual([
      [1, 'kind'], [2, 'name'], [3, 'colour'], [4, 'name'], [5, 'name'], [6, 'tags.env'], [7, 'tags.a b'], [8, 'parent'], [9, 'id'], [10, 'labels.big'], [11, 'parent.name'], [12, ''],
    ]);
    expect((await rows()).map((row) => row.name)).toEqual(['good', 'meter-7']);
    expect(body).toMatchObject({ created: 2, failed: 12 });
  });

  test('who it is: known labels, else all labels, else group and name', async () => {
    const created = async (item: object) => (await register(item)).body.created === 1;
    expect(await created({ kind: 'host', name: 'a', labels: { hostname: 'a', rack: '1' } })).toBe(true);
    expect(await created({ kind: 'host', name: 'A', labels: { hostname: 'a', rack: '2' } })).toBe(false);
    expect(await created({ kind: 'app', name: 'x', labels: { team: 'a' } })).toBe(true);
    expect(await created({ kind: 'app', name: 'y', labels: { team: 'a' } })).toBe(false);
    expect(await created({ kind: 'app', name: 'z', group: 'g1' })).toBe(true);
    expect(await created({ kind: 'app', name: 'z', group: 'g2' })).toBe(true);
    expect(await created({ kind: 'app', name: 'z', group: 'g1', version: '2' })).toBe(false);
  });

  test('a child finds its parent by name', async () => {
    await register({ kind: 'host', name: 'web-1', group: 'g', labels: { hostname: 'web-1' } }, { kind: 'container', name: 'c', group: 'g' });
    await register({ kind: 'container', name: 'c', group: 'g', parent: { kind: 'host', name: 'web-1' } }, { kind: 'app', name: 'a', parent: { kind: 'container', name: 'c' } });
    expect((await rows()).map((row) => [row.name, row.parent_name])).toEqual([['a', 'c'], ['c', 'web-1'], ['web-1', null]]);
  });

  test('a circle of parents is refused, and what was there stays', async () => {
    const [a, b] = [uuidV7(), uuidV7()];
    await register({ id: a, kind: 'host', name: 'a' }, { id: b, kind: 'container', name: 'b', parent: a });
    const { body } = await register({ id: a, kind: 'host', name: 'a', parent: b });
    expect(body.results).toEqual([{ index: 0, result: 'error', errors: [{ path: 'parent', message: expect.stringContaining('circle') }] }]);
    expect((await rows()).map((row) => [row.name, row.parent_name])).toEqual([['b', 'a'], ['a', null]]);
  });

  test('the body as a whole', async () => {
    expect(await post(registerResources, { resources: [], extra: 1 })).toMatchObject({ status: 400, body: { errors: [{ path: 'extra' }] } });
    expect(await post(registerResources, { resources: Array.from({ length: 5_001 }, () => ({})) })).toMatchObject({ status: 400 });
    expect(await post(registerResources, '{"resources": [')).toMatchObject({ status: 400 });
    expect(await post(registerResources, { resources: [] }, '', 'text/plain')).toMatchObject({ status: 415 });
    expect(await post(registerResources, { resources: [] }, '?x=1')).toMatchObject({ status: 400, body: { errors: [{ path: 'x' }] } });
  });
});

describe('heartbeats', () => {
  test('are taken for what is known, and stored by the next flush', async () => {
    const { body } = await register({ kind: 'host', name: 'h', status: 'Offline', seenAt: '2026-01-01T00:00:00Z' });
    const [known, unknown] = [body.results[0].id, uuidV7()];
    expect(await post(takeHeartbeats, { ids: [known, known.toUpperCase(), unknown] })).toEqual({ status: 200, body: { accepted: 1, unknown: [unknown] } });
    await heartbeats.flush();
    expect(await rows()).toMatchObject([{ status: 'Online' }]);
  });

  test('an id that is no UUID is an error', async () => {
    expect(await post(takeHeartbeats, { ids: ['x'] })).toMatchObject({ status: 400, body: { errors: [{ path: 'ids.0' }] } });
    expect(await post(takeHeartbeats, { ids: [], seenAt: 'yesterday' })).toMatchObject({ status: 400, body: { errors: [{ path: 'seenAt' }] } });
  });
});

describe('importing from Kubernetes', () => {
  const node = (name: string) => ({ kind: 'Node', metadata: { name, uid: `uid-${name}` }, status: { conditions: [{ type: 'Ready', status: 'True' }], nodeInfo: { architecture: 'arm64', operatingSystem: 'linux' } } });
  const pod = (name: string, nodeName: string | undefined, containers: string[]) => ({
    kind: 'Pod', metadata: { name, namespace: 'ns', uid: `uid-${name}` }, spec: { nodeName },
    status: { phase: 'Running', containerStatuses: containers.map((each) => ({ name: each, image: `img/${each}:1`, containerID: `containerd://${each.repeat(64).slice(0, 64)}` })) },
  });
  const list = (...items: unknown[]) => ({ kind: 'List', items });
  const load = (body: unknown, query = '?format=kubernetes') => post(importFile, body, query);

  test('nodes > containers, a stub for a node that is not in the dump, a stand-in for a pending pod', async () => {
    const dump = list(pod('p1', 'n1', ['a', 'b']), node('n1'), pod('p2', 'n2', ['c']), pod('p3', undefined, []), { kind: 'Service', metadata: { name: 's' } });
    expect(await load(dump, '?format=kubernetes&dryRun=true')).toMatchObject({ status: 200, body: { created: 5, skipped: [{ count: 1 }], errors: [] } });
    expect(await rows()).toEqual([]);
    expect((await load(dump)).body).toMatchObject({ created: 5, updated: 0, unchanged: 0 });
    expect((await rows()).map((row) => [row.kind, row.name, row.parent_name, row.status, row.resource_type])).toEqual([
      ['container', 'a', 'n1', 'Unknown', 'k8s-container'], ['container', 'b', 'n1', 'Unknown', 'k8s-container'], ['container', 'c', 'n2', 'Unknown', 'k8s-container'],
      ['container', 'p3', null, 'Unknown', 'k8s-pod'], ['host', 'n1', null, 'Unknown', 'k8s-node'], ['host', 'n2', null, 'Unknown', 'k8s-node'],
    ]);
    expect((await load(dump)).body).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
  });

  test('items without kind take it from their list, and a bad one is named', async () => {
    const { metadata, status } = node('n1');
    expect((await load({ kind: 'NodeList', items: [{ metadata, status }, { metadata: {} }] })).body).toMatchObject({ created: 1, errors: [{ path: 'items.1.metadata.name' }] });
    expect((await load(node('n9'))).body).toMatchObject({ created: 1 });
  });

  test.each([['rubbish', 'x', 400], ['an object of something else', '{"a": 1}', 400]])('%s is refused', async (_, body, status) => {
    expect((await load(body)).status).toBe(status);
  });

  test('so are an unknown format and none', async () => {
    expect(await load('{}', '?format=pdf')).toMatchObject({ status: 400, body: { errors: [{ path: 'format' }] } });
    expect(await load('{}', '')).toMatchObject({ status: 400, body: { errors: [{ path: 'format' }] } });
  });
});
