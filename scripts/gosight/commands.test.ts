import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { uuidV7 } from '@/domain/uuid-v7';
import { testCaller } from '@/server/testing/test-caller';
import { main } from './main';

const { db, url } = testDb();
const other = testDb();

/** Runs a command against a database; answers its exit code and what it printed. */
async function gosight(args: string[], { input = '', at = url } = {}): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  vi.stubEnv('DATABASE_URL', at);
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(input)]) as typeof process.stdin); // it is only read
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
  try {
    const code = await main(args);
    return { code, out, err };
  } finally {
    vi.restoreAllMocks();
  }
}

afterEach(() => vi.unstubAllEnvs());

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'gosight-commands-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

test('a Kubernetes dump, from a file and again from standard input', async () => {
  const pod = { kind: 'Pod', metadata: { name: 'web-0', namespace: 'shop', uid: 'uid-1' }, spec: { nodeName: 'node-1' }, status: { containerStatuses: [{ name: 'nginx' }] } };
  const dump = JSON.stringify({ kind: 'List', items: [{ kind: 'Node', metadata: { name: 'node-1', uid: 'uid-0' } }, pod, { kind: 'Service', metadata: { name: 'x' } }, { kind: 'Pod' }] });
  const file = await fileOf('dump.json', dump);
  const dryRun = await gosight(['import', 'kubernetes', file, '--dry-run']);
  expect(dryRun).toMatchObject({ code: 1, out: '2 created, 0 updated, 0 unchanged (dry run: nothing was stored)\n1 skipped: Service is neither a Node nor a Pod\n', err: expect.stringMatching(/^items\.3\.metadata/) });
  expect(await gosight(['import', 'kubernetes', file])).toMatchObject({ out: expect.stringMatching(/^2 created, 0 updated, 0 unchanged\n/) });
  const again = await gosight(['import', 'kubernetes', '-', '--json'], { input: dump });
  expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });

  const listed = await gosight(['list', '-q', 'kind:container']);
  expect(listed).toMatchObject({ code: 0, err: '1 of 1\n' });
  expect(listed.out).toMatch(/^ID +KIND +STATUS +LAST SEEN +GROUP +NAME +PARENT +TAGS\n\S+ +container +Unknown +\S+ +shop +nginx +node-1 +-\n$/);
  const id = ID.exec(listed.out)?.[0] ?? '';
  await testCaller(db).views.save({ name: 'Shop', q: 'namespace:shop OR name:nginx' });
  expect(await gosight(['list', '-q', 'view:shop kind:container'])).toEqual(listed);
  expect(await gosight(['list', '-q', 'view:shpo'])).toMatchObject({ code: expect.any(Number), out: '', err: expect.stringContaining('did you mean shop?') });
  expect(await gosight(['tag', id, 'Team=core', 'critical'])).toEqual({ code: 0, out: 'critical\nteam=core\n', err: '' });
  expect(await gosight(['tag', id, '-critical', 'team=edge', '--json'])).toEqual({ code: 0, out: '{"team":"edge"}\n', err: '' });
  expect(await gosight(['tag', uuidV7(), 'a=b'])).toMatchObject({ code: 1, out: '' });
});

test('tags of all that a selector picks: said, done, and taken back', async () => {
  await insertResources(db, [{ name: 'bulk-a', group: 'bulk', tags: { env: 'dev' } }, { name: 'bulk-b', group: 'bulk', tags: { env: 'prod', team: 'x' } }, { name: 'bulk-c', group: 'bulk' }]);
  const said = '3 resources\nenv=prod: 1 added, 1 overwritten, 1 unchanged; was dev (1)\n-team: 1 removed, 2 unchanged; was x (1)\n';
  const edit = ['tag', '-q', 'group:bulk', 'Env=prod', '-team'];
  expect(await gosight([...edit, '--dry-run'])).toEqual({ code: 0, out: said, err: '' });
  const tagged = await gosight([...edit, '--reason=tidy']);
  expect(tagged).toMatchObject({ code: 0, out: `${said}3 changed, 0 unchanged, 0 refused, 0 skipped\n` });
  const id = ID.exec(tagged.err)?.[0] ?? '';
  expect(await db.selectFrom('audit').where('operation_id', '=', id).select('reason').execute()).toEqual([{ reason: 'tidy' }]);
  expect(await gosight(['tag', '--undo', id])).toEqual({ code: 0, out: '3 changed, 0 unchanged, 0 refused, 0 skipped\n', err: '' });
  expect(JSON.parse((await gosight(['tag', '-q', 'group:bulk tag:env=dev', 'env=dev', '--json'])).out)).toMatchObject({ state: 'done', matched: 1, unchanged: 1 });
});

test.each([
  ['a query that makes no sense', ['list', '-q', 'kind:']],
  ['an order that makes no sense', ['list', '--sort', 'nonsense']],
  ['an id that is none', ['tag', 'web-0', 'a=b']],
  ['nothing to edit', ['tag', '-q', 'kind:host']],
  ['a bulk edit that is none', ['tag', '--undo', 'last']],
  ['a query for an edit that makes no sense', ['tag', '-q', 'kind:', 'a=b']],
  ['a tag key that is none', ['tag', uuidV7(), '$=b']],
  ['a format that is none', ['export', '--format', 'xml']],
  ['a column that is none', ['export', '--columns', 'colour']],
  ['no format', ['import', 'file.json']],
  ['no file', ['import', 'ndjson']],
  ['no count', ['generate', 'many']],
])('bad usage, %s: exit code 2', async (_, args) => {
  expect(await gosight(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(`gosight ${args[0]} --help tells more`) });
});

test('NDJSON in any order; bad lines are named by number and stop nobody else', async () => {
  const [host, app, a, b, gone] = [uuidV7(), uuidV7(), uuidV7(), uuidV7(), uuidV7()];
  const lines = [
    JSON.stringify({ id: app, kind: 'app', name: 'checkout', parentId: host, labels: { service: 'checkout' }, tags: { Team: 'core' }, annotations: { note: 'naïve\ttab' } }),
    '{',
    '',
    JSON.stringify({ id: host, kind: 'host', name: 'm1', status: 'Online', lastSeen: '2026-03-01T00:00:00.000Z', labels: { hostname: 'm1' } }),
    JSON.stringify({ kind: 'host', name: 'm2', colour: 'red' }),
    JSON.stringify({ id: host, kind: 'host', name: 'm1 again' }),
    JSON.stringify({ id: a, kind: 'container', name: 'a', parentId: b }),
    JSON.stringify({ id: b, kind: 'container', name: 'b', parentId: a }),
    JSON.stringify({ kind: 'container', name: 'c', parentId: gone }),
  ];
  const { code, out } = await gosight(['import', 'ndjson', await fileOf('fleet.ndjson', lines.join('\r\n')), '--json']);
  expect({ code, ...JSON.parse(out) }).toEqual({
    code: 1,
    created: 2, updated: 0, unchanged: 0,
    skipped: [],
    errors: [
      { path: 'line 2', message: 'not JSON' },
      { path: 'line 5', message: expect.stringContaining('colour') },
      { path: 'line 6', message: 'id: line 4 has the same' },
      { path: 'line 7', message: expect.stringContaining('circle') },
      { path: 'line 8', message: expect.stringContaining('circle') },
      { path: 'line 9', message: `parentId: there is no resource ${gone}` },
    ],
  });
  const rows = await db.selectFrom('resource_summary').select(['id', 'parent_name', 'tags', 'status']).where('id', 'in', [host, app]).orderBy('name').execute();
  expect(rows).toEqual([
    { id: app, parent_name: 'm1', tags: { team: 'core' }, status: 'Unknown' },
    { id: host, parent_name: null, tags: {}, status: 'Online' },
  ]);
});

test('what export prints, import reads: the other registry then prints the same', async () => {
  expect(await gosight(['generate', '700', '--seed', '3'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Generated 700 resources/) });
  expect(await gosight(['generate', '700', '--seed', '3'])).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
  const exported = await gosight(['export']);
  const lines = exported.out.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(700);
  expect(await gosight(['import', 'ndjson', '-'], { at: other.url, input: lines.toReversed().join('\n') })).toEqual({ code: 0, out: `${lines.length} created, 0 updated, 0 unchanged\n`, err: '' });
  expect((await gosight(['export'], { at: other.url })).out).toBe(exported.out);
  expect((await gosight(['import', 'ndjson', '-'], { at: other.url, input: exported.out })).out).toContain(`${lines.length} skipped: in the registry already`);
  const csv = (await gosight(['export', '-q', 'kind:host', '--format', 'csv', '--columns', 'name,kind', '--sort', 'name'])).out.trimEnd().split('\r\n');
  expect(csv.slice(0, 2)).toEqual(['name,kind', expect.stringMatching(/^.+,host$/)]);
  expect(csv).toHaveLength(1 + lines.filter((line) => line.includes('"kind":"host"')).length);
  expect(JSON.parse((await gosight(['export', '--format', 'json'])).out)).toEqual(lines.map((line) => JSON.parse(line) as object));
});
