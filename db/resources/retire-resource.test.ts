import { beforeEach, expect, test } from 'vitest';
import { LOCAL_PERSON } from '@/domain/actor';
import { parseSelector } from '@/domain/selector/parse-selector';
import { listHistory } from '../history/list-history';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { writeTx, type WriteTx, type Written } from '../write-tx';
import { countResources } from './count-resources';
import { findResource, isResource } from './find-resource';
import { restoreResource, retireResource } from './retire-resource';
import { rollUp } from './rollup';

const { db } = testDb();
const nobody = '0198c0de-0000-7000-8000-000000000001';
let host = '';
let container = '';

beforeEach(async () => {
  await db.deleteFrom('resources').execute();
  [host = ''] = await insertResources(db, [{ name: 'h', kind: 'host' }]);
  [container = ''] = await insertResources(db, [{ name: 'c', kind: 'container', parentId: host }]);
  await insertResources(db, [{ name: 'a1', kind: 'app', parentId: container }, { name: 'a2', kind: 'app', parentId: container, status: 'Offline' }]);
});

const write = (work: (tx: WriteTx, id: string) => Promise<Written<unknown>>, id: string) =>
  writeTx(db, { actor: LOCAL_PERSON, action: 'resources.retire' }, (tx) => work(tx, id));
const count = (q: string) => countResources(db, { selector: parseSelector(q), now: new Date() });
const auditCount = async () => (await db.selectFrom('audit').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

test('a retired resource leaves counts, keeps its children, and is recorded', async () => {
  const audits = await auditCount();
  expect(await write(retireResource, container)).toBe('done');
  expect(await count('')).toBe(3);
  expect(await count('is:retired')).toBe(1);
  const retired = await findResource(db, container);
  expect(retired).toMatchObject({ revision: 1, childCount: 2, retiredAt: expect.any(String) });
  expect(await listHistory(db, { resourceId: container, limit: 10 })).toMatchObject([
    { actor: LOCAL_PERSON, action: 'resources.retire', field: 'retired', oldValue: null, newValue: retired?.retiredAt },
  ]);
  expect(await auditCount()).toBe(audits + 1);
});

test('restoring brings it back, and each is done once only', async () => {
  await write(retireResource, container);
  const audits = await auditCount();
  expect(await write(retireResource, container)).toBe('unchanged');
  expect(await auditCount()).toBe(audits);
  expect(await write(restoreResource, container)).toBe('done');
  expect(await write(restoreResource, container)).toBe('unchanged');
  expect(await findResource(db, container)).toMatchObject({ retiredAt: null, revision: 2 });
  expect(await count('')).toBe(4);
});

test('what is not there cannot be retired', async () => {
  expect(await write(retireResource, nobody)).toBe('not-found');
  expect(await isResource(db, nobody)).toBe(false);
  expect(await findResource(db, nobody)).toBeUndefined();
});

test('a rollup counts everything in service below, at any depth, also below what is retired', async () => {
  expect(await rollUp(db, host)).toEqual({ total: 3, byKind: { container: 1, app: 2 }, byStatus: { Online: 2, Offline: 1 } });
  await write(retireResource, container);
  expect(await rollUp(db, host)).toEqual({ total: 2, byKind: { app: 2 }, byStatus: { Online: 1, Offline: 1 } });
  expect(await rollUp(db, nobody)).toBeUndefined();
});

test('history comes newest first, page by page', async () => {
  await write(retireResource, container);
  await write(restoreResource, container);
  await write(retireResource, container);
  const all = await listHistory(db, { resourceId: container, limit: 10 });
  expect(all.map((entry) => entry.newValue === null)).toEqual([false, true, false]);
  const [newest, ...older] = all;
  expect(await listHistory(db, { resourceId: container, limit: 10, before: newest!.id })).toEqual(older);
  expect(await listHistory(db, { resourceId: container, limit: 1 })).toEqual([newest]);
});
