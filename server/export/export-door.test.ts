import { beforeAll, expect, test } from 'vitest';
import { runSql } from '@/db/fleet/testing/run-sql';
import { insertResources } from '@/db/testing/insert-resources';
import { localRequest, routeParams, serveTestDb } from '../testing/serve-test-db';
import { exportDoor } from './export-door';

const { db } = serveTestDb();
const COUNT = 1_203;
const nameOf = (place: number) => `host-${String(place).padStart(4, '0')}`;

beforeAll(async () => {
  const ids = await insertResources(db, Array.from({ length: COUNT }, (_, i) => ({ name: nameOf(i), kind: 'host' as const, tags: { team: i % 2 === 0 ? 'core' : 'edge' } })));
  await insertResources(db, [{ name: 'an app', kind: 'app' }]);
  await runSql(db)`INSERT INTO resource_annotations (resource_id, key, value, value_fold) VALUES (${ids[3]}, 'note', 'Hi', 'hi')`;
});

const ask = (parameters: Record<string, string>) => exportDoor(localRequest(`/api/v1/export?${new URLSearchParams(parameters)}`), routeParams({}));

test('NDJSON: every match once and whole, in the order asked for, over many pages', async () => {
  const response = await ask({ q: 'kind:host', format: 'ndjson', sort: '-name' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="resources-\d{4}-\d\d-\d\d\.ndjson"$/);
  const rows = (await response.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as { name: string; annotations: object });
  expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: COUNT }, (_, i) => nameOf(COUNT - 1 - i)));
  expect(rows.filter(({ annotations }) => Object.keys(annotations).length > 0)).toMatchObject([{ name: nameOf(3), annotations: { note: 'Hi' } }]);
});

test('CSV has the columns asked for', async () => {
  const lines = (await (await ask({ q: 'kind:host tag:team=edge', format: 'csv', columns: 'name,tag:team' })).text()).split('\r\n');
  expect(lines[0]).toBe('name,tag:team');
  expect(lines[1]).toBe(`${nameOf(1)},edge`);
  expect(lines).toHaveLength(1 + Math.floor(COUNT / 2) + 1);
});

test('JSON is one document, also of nothing', async () => {
  expect(await (await ask({ format: 'json' })).json()).toHaveLength(COUNT + 1);
  expect(await (await ask({ q: 'kind:device', format: 'json' })).json()).toEqual([]);
});

test.each([
  [{ format: 'json', q: 'kind:nothing' }, 'bad_selector', 'q'],
  [{ format: 'xml' }, 'bad_request', 'format'],
  [{}, 'bad_request', 'format'],
  [{ format: 'csv', columns: 'name,colour' }, 'bad_request', 'columns'],
  [{ format: 'csv', sort: 'colour' }, 'bad_request', 'sort'],
  [{ format: 'csv', column: 'name' }, 'bad_request', 'column'],
])('%j is refused before anything is sent', async (parameters, code, path) => {
  const response = await ask(parameters);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ type: `urn:gosight:error:${code}`, errors: [{ path }] });
});

test('who goes away ends the reading', async () => {
  const response = await ask({ format: 'ndjson' });
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  expect(await reader.read()).toMatchObject({ done: true });
});
