import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { uuidV7 } from '@/domain/uuid-v7';
import { testDb } from '../testing/test-db';
import { writeTx } from '../write-tx';
import { NOW_MS, parentOf, reportOf, said, upsert } from './testing/report-of';

const { db } = testDb();

beforeEach(async () => {
  await sql`TRUNCATE resources, resource_history, resource_changes CASCADE`.execute(db);
});

const rows = () => db.selectFrom('resource_summary').selectAll().orderBy('kind').orderBy('name').execute();
const history = () => db.selectFrom('resource_history').select(['field', 'old_value', 'new_value']).orderBy('id').execute();
const iso = (ms: number) => new Date(ms).toISOString();

test('a new resource: its row, its history, its feed row, and nothing for its repetition', async () => {
  const report = reportOf('app', 'Ärger', ['medium:service=/x'], { fields: { group: 'Shop' }, labels: { service: 'X' }, annotations: { note: 'n' }, tags: { env: 'prod' } });
  expect(said(await upsert(db, [report]))).toEqual(['created']);
  const [row] = await rows();
  expect(row).toMatchObject({ name: 'Ärger', group_name: 'Shop', labels: { service: 'X' }, annotations: { note: 'n' }, tags: { env: 'prod' }, status: 'Online', last_seen: iso(NOW_MS) });
  expect(await history()).toEqual([{ field: 'created', old_value: null, new_value: 'Ärger' }]);
  const folded = await db.selectFrom('resources').select(['name_fold', 'group_fold']).executeTakeFirst();
  expect(folded).toEqual({ name_fold: 'ärger', group_fold: 'shop' });

  const feed = await db.selectFrom('resource_changes').select('what').execute();
  const again = await upsert(db, [report, report]);
  expect(said(again)).toEqual(['unchanged', 'unchanged']);
  expect(again.seenAgain).toEqual([{ id: row!.id, seenAt: NOW_MS }]);
  expect(await db.selectFrom('resource_changes').select('what').execute()).toEqual(feed);
});

test('what changed is stored and written down; what is absent blanks nothing', async () => {
  await upsert(db, [reportOf('host', 'a', ['strong:host.id=1'], { fields: { os: 'linux', version: '1' } })]);
  expect(said(await upsert(db, [reportOf('host', 'b', ['strong:host.id=1'], { fields: { version: '2' }, seenAt: NOW_MS + 1 })], { nowMs: NOW_MS + 1 }))).toEqual(['updated']);
  expect(await rows()).toMatchObject([{ name: 'b', os: 'linux', version: '2', last_seen: iso(NOW_MS + 1), first_seen: iso(NOW_MS) }]);
  expect((await history()).slice(1)).toEqual([
    { field: 'name', old_value: 'a', new_value: 'b' },
    { field: 'version', old_value: '1', new_value: '2' },
  ]);
});

describe('identity', () => {
  test('the strongest key wins, no key moves, and the two are suspected to be one', async () => {
    await upsert(db, [reportOf('host', 'a', ['strong:host.id=1']), reportOf('host', 'b', ['medium:k8s.node=c/b'])]);
    await upsert(db, [reportOf('host', 'a', ['strong:host.id=1', 'medium:k8s.node=c/b'])]);
    expect((await rows()).map((row) => row.name)).toEqual(['a', 'b']);
    const [a, b] = await rows();
    expect(await db.selectFrom('suspected_duplicates').select(['kept_id', 'other_id', 'key']).execute()).toEqual([{ kept_id: a!.id, other_id: b!.id, key: 'k8s.node=c/b' }]);
    await upsert(db, [reportOf('host', 'b2', ['medium:k8s.node=c/b'])]);
    expect((await rows()).map((row) => row.name)).toEqual(['a', 'b2']);
  });

  test('keys that came later find the row as well', async () => {
    await upsert(db, [reportOf('host', 'a', ['strong:k8s.node.uid=u'])]);
    await upsert(db, [reportOf('host', 'a', ['strong:k8s.node.uid=u', 'strong:host.id=1'])]);
    expect(said(await upsert(db, [reportOf('host', 'a', ['strong:host.id=1'])]))).toEqual(['unchanged']);
  });

  test('a weak key finds the only row of its name, unless something contradicts it', async () => {
    const name = 'weak:host.name=n';
    await upsert(db, [reportOf('host', 'n', ['medium:host.name.only=n', name])]);
    expect(said(await upsert(db, [reportOf('host', 'n', ['medium:k8s.node=c1/n', `${name}@c1`])]))).toEqual(['unchanged']);
    expect(said(await upsert(db, [reportOf('host', 'n', ['medium:k8s.node=c2/n', `${name}@c2`])]))).toEqual(['created']);
    expect(said(await upsert(db, [reportOf('host', 'n', ['strong:host.id=9', name])]))).toEqual(['created']);
    expect(said(await upsert(db, [reportOf('host', 'n', ['medium:host.name.only=n', name])]))).toEqual(['unchanged']);
  });

  test('two machines of one name stay two', async () => {
    await upsert(db, [reportOf('host', 'n', ['strong:host.id=1', 'weak:host.name=n'])]);
    expect(said(await upsert(db, [reportOf('host', 'n', ['strong:host.id=2', 'weak:host.name=n'])]))).toEqual(['created']);
  });

  test('a key under a parent means another row under another parent, by whatever words the parent is found', async () => {
    const app = (...keys: string[]) =>
      reportOf('app', 'api', [], { keys: [{ key: 'service=/api', strength: 'medium', scope: 'parent' }], parent: parentOf('container', 'c', keys) });
    await upsert(db, [app('strong:container.id=1', 'medium:k8s.container=u/c')]);
    expect(said(await upsert(db, [app('strong:container.id=2'), app('medium:k8s.container=u/c'), app('strong:container.id=1')]))).toEqual(['created', 'unchanged', 'unchanged']);
    expect((await rows()).map((row) => row.kind)).toEqual(['app', 'app', 'container', 'container']);
  });

  test('a key of any length is stored', async () => {
    const long = reportOf('host', 'n', [`strong:host.id=${'x'.repeat(5_000)}`, `weak:host.name=${'y'.repeat(5_000)}`]);
    expect(said(await upsert(db, [long]))).toEqual(['created']);
    expect(said(await upsert(db, [long]))).toEqual(['unchanged']);
  });
});

describe('parents', () => {
  test('a parent that is only named becomes a stub, and a report of it fills it', async () => {
    await upsert(db, [reportOf('container', 'c', ['strong:container.id=1'], { parent: parentOf('host', 'n', ['medium:host.name.only=n']) })]);
    expect(await rows()).toMatchObject([{ kind: 'container', parent_name: 'n' }, { kind: 'host', name: 'n', status: 'Unknown', child_count: 1 }]);
    expect(said(await upsert(db, [reportOf('host', 'n', ['medium:host.name.only=n'])]))).toEqual(['updated']);
    expect((await rows())[1]).toMatchObject({ status: 'Online' });
  });

  test('set when unknown, replaced by a claim as strong and as new, never by none', async () => {
    const app = (parent: ReturnType<typeof parentOf> | undefined, seenAt = NOW_MS) => reportOf('app', 'x', ['medium:a=1'], { seenAt, ...(parent ? { parent } : {}) });
    const [host, container, other] = [parentOf('host', 'h', ['strong:host.id=1']), parentOf('container', 'c', ['strong:container.id=1']), parentOf('container', 'd', ['strong:container.id=2'])];
    const parent = async () => (await rows()).find((row) => row.kind === 'app')?.parent_name;
    await upsert(db, [app(undefined)]);
    await upsert(db, [app(host)]);
    expect(await parent()).toBe('h');
    await upsert(db, [app(container)]);
    expect(await parent()).toBe('c');
    await upsert(db, [app(host), app(undefined), app(other, NOW_MS - 1)]);
    expect(await parent()).toBe('c');
    await upsert(db, [app(other)]);
    expect(await parent()).toBe('d');
  });

  test('by id: unknown, of its own, or closing a circle is refused for that item alone', async () => {
    const [a, b, c, nobody] = [uuidV7(), uuidV7(), uuidV7(), uuidV7()];
    const item = (id: string, parent?: string) => reportOf('host', id.slice(-4), [`strong:host.id=${id}`], { id, ...(parent ? { parent: { id: parent } } : {}) });
    expect(said(await upsert(db, [item(b, a), item(a), item(c, nobody)]))).toEqual(['created', 'created', `parent: there is no resource with the id ${nobody}`]);
    expect(said(await upsert(db, [item(a, b), item(c, b), item(c, c)]))).toEqual([
      'parent: this parent would close a circle: it stands under the resource itself', 'created', 'parent: a resource cannot be its own parent',
    ]);
    const [d, e] = [uuidV7(), uuidV7()];
    expect(said(await upsert(db, [item(d, e), item(e, d)]))).toEqual([
      `parent: there is no resource with the id ${e}`, 'parent: this parent would close a circle: it stands under the resource itself',
    ]);
    expect((await rows()).length).toBe(3);
    expect(said(await upsert(db, [reportOf('app', 'x', [], { id: a })]))).toEqual(['kind: the resource with this id is of kind host']);
  });
});

describe('time and status', () => {
  const host = (seenAt: number | null, more = {}) => reportOf('host', 'h', ['strong:host.id=1'], { seenAt, ...more });

  test('first_seen is the earliest, last_seen never moves back, an old report changes no status', async () => {
    await upsert(db, [host(NOW_MS)]);
    await upsert(db, [host(NOW_MS - 3_600_000)]);
    expect(await rows()).toMatchObject([{ first_seen: iso(NOW_MS - 3_600_000), last_seen: iso(NOW_MS), status: 'Online' }]);
  });

  test('a report about long ago, and one from a clock that runs ahead', async () => {
    await upsert(db, [host(NOW_MS - 3_600_000)]);
    expect(await rows()).toMatchObject([{ status: 'Offline', last_seen: iso(NOW_MS - 3_600_000) }]);
    await upsert(db, [host(NOW_MS + 3_600_000)]);
    expect(await rows()).toMatchObject([{ status: 'Online', last_seen: iso(NOW_MS) }]);
  });

  test('an import says what it knows, until telemetry does', async () => {
    await upsert(db, [host(null, { status: 'Offline' })]);
    expect(await rows()).toMatchObject([{ status: 'Offline' }]);
    await upsert(db, [host(NOW_MS)]);
    await upsert(db, [host(null, { status: 'Offline' })]);
    expect(await rows()).toMatchObject([{ status: 'Online' }]);
  });

  test('a retired resource is back with a new report', async () => {
    await upsert(db, [host(NOW_MS)]);
    await db.updateTable('resources').set({ retired_at: iso(NOW_MS) }).execute();
    expect(said(await upsert(db, [host(NOW_MS)]))).toEqual(['updated']);
    expect(await rows()).toMatchObject([{ retired_at: null }]);
  });
});

describe('what people did stays', () => {
  test('tags that a person set or removed, and the display name', async () => {
    const report = reportOf('host', 'h', ['strong:host.id=1'], { tags: { env: 'dev', team: 'web', gone: 'x' }, fields: { displayName: 'Sent' } });
    await upsert(db, [report]);
    const [row] = await rows();
    const person = { actor: { type: 'person', name: 'local' }, action: 'test' } as const;
    await db.updateTable('resource_tags').set({ value: 'prod', origin: 'person' }).where('key', '=', 'env').execute();
    await db.deleteFrom('resource_tags').where('key', '=', 'gone').execute();
    await db.insertInto('resource_tag_removals').values({ resource_id: row!.id, key: 'gone' }).execute();
    await writeTx(db, person, async (tx) => {
      await tx.updateTable('resources').set({ display_name: 'Mine' }).execute();
      return { result: undefined, changes: [{ resourceId: row!.id, field: 'display_name', oldValue: 'Sent', newValue: 'Mine' }] };
    });
    expect(said(await upsert(db, [{ ...report, tags: { env: 'dev', team: 'ops', gone: 'x' } }]))).toEqual(['updated']);
    expect(await rows()).toMatchObject([{ tags: { env: 'prod', team: 'ops' }, display_name: 'Mine' }]);
  });
});

test('senders that contradict each other do not rewrite a row all the time', async () => {
  const say = (version: string) => upsert(db, [reportOf('app', 'x', ['medium:a=1'], { fields: { version } })], { damped: true });
  for (const version of ['1', '2', '1', '2', '1']) await say(version);
  expect((await history()).filter((change) => change.field === 'version')).toEqual([{ field: 'version', old_value: '1', new_value: '2' }]);
});

test('a service that is seen in two environments remembers both', async () => {
  for (const environment of ['prod', 'PROD', 'dev']) await upsert(db, [reportOf('app', 'x', ['medium:a=1'], { fields: { environment } })]);
  expect(await rows()).toMatchObject([{ environment: 'dev', annotations: { seen_in_environments: 'dev, prod' } }]);
});
