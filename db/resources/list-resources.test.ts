import { beforeAll, expect, test } from 'vitest';
import { FIELD_NAMES, FIELDS, isSortable } from '@/domain/fields';
import { compareByCodePoint, fold } from '@/domain/fold';
import type { ResourceRow } from '@/domain/resource';
import { parseSelector } from '@/domain/selector/parse-selector';
import { readSort, type Sort, type SortBy } from '@/domain/sort';
import { insertResources, type TestResource } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { countResources } from './count-resources';
import { type ListQuery, listResources, positionsQuery } from './list-resources';

const { db } = testDb();
const now = new Date('2026-03-01T00:00:00.000Z');

const pick = <Item>(items: readonly Item[], place: number): Item => items[place % items.length]!;

/** Ties in every field, spellings that differ only by case, missing values, and text that PostgreSQL and JavaScript order differently. */
const FLEET = Array.from({ length: 61 }, (_, i): TestResource => {
  const group = pick([undefined, 'edge', 'Edge', 'core', '\u{10400}', '\uFF21'], i);
  const environment = pick(['prod', undefined], i);
  const env = pick([undefined, 'prod', 'Prod', 'qa', ''], i);
  return {
    name: pick(['web', 'Web', 'wéb', '100%', 'a_b', '\u{1F600}', '\uFF5E'], i),
    kind: pick(['host', 'app', 'container'] as const, i),
    status: pick(['Online', 'Offline', 'Unknown', 'Idle'] as const, i),
    lastSeen: `2026-02-0${1 + (i % 3)}T00:00:00.00${i % 2}Z`,
    ...(group === undefined ? {} : { group }),
    ...(environment === undefined ? {} : { environment }),
    ...(env === undefined ? {} : { tags: { env } }),
    ...(i % 4 === 0 ? {} : { labels: { region: pick(['eu', 'US', 'us'], i) } }),
  };
});

beforeAll(async () => {
  await insertResources(db, FLEET);
  await insertResources(db, [{ name: 'web', retiredAt: '2026-01-01T00:00:00Z' }]);
});

const sortOf = (text: string): Sort => {
  const read = readSort(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.sort;
};

const query = (q: string, sort: string, limit: number): ListQuery => ({ selector: parseSelector(q), sort: sortOf(sort), limit, now });

/** Every page from the first to the last. */
async function walk(asked: ListQuery): Promise<ResourceRow[][]> {
  const pages: ResourceRow[][] = [];
  let from: ListQuery['from'];
  for (;;) {
    const page = await listResources(db, { ...asked, ...(from ? { from } : {}) });
    pages.push(page.rows);
    if (!page.more || page.last === null) return pages;
    from = { position: page.last, side: 'after' };
  }
}

/** From after the last row back to the first. */
async function walkBack(asked: ListQuery, last: ListQuery['from']): Promise<ResourceRow[]> {
  const rows: ResourceRow[] = [];
  let from = last;
  for (;;) {
    const page = await listResources(db, { ...asked, ...(from ? { from } : {}) });
    rows.unshift(...page.rows);
    if (!page.more || page.first === null) return rows;
    from = { position: page.first, side: 'before' };
  }
}

function valueOf(row: ResourceRow, by: SortBy): string | null {
  if (by.type === 'field') return row[FIELDS[by.field].json as keyof ResourceRow] as string | null;
  return (by.type === 'tag' ? row.tags : row.labels)[by.key] ?? null;
}

/** The order as the design says it, worked out without SQL. */
function inOrder(rows: ResourceRow[], sort: Sort): string[] {
  const compare = (a: ResourceRow, b: ResourceRow): number => {
    for (const { by, descending } of sort) {
      const [x, y] = [valueOf(a, by), valueOf(b, by)];
      if (x === y) continue;
      if (x === null || y === null) return x === null ? 1 : -1;
      const order = compareByCodePoint(fold(x), fold(y)) || compareByCodePoint(x, y);
      return descending ? -order : order;
    }
    return compareByCodePoint(a.id, b.id);
  };
  return [...rows].sort(compare).map((row) => row.id);
}

const SORTS = [
  ...FIELD_NAMES.filter(isSortable).flatMap((field) => [field, `-${field}`]),
  'tag:env', '-tag:env', 'label:region', '-label:region',
  'kind,-name', '-kind,name', 'group,-last_seen', '-group,environment,-name', 'kind,-group,tag:env', '-tag:env,label:region,-status',
];

test.each(SORTS)('sorted by %s, a walk has every row once, in order, both ways', async (sort) => {
  const asked = query('', sort, 7);
  const pages = await walk(asked);
  const rows = pages.flat();
  expect(rows.map((row) => row.id)).toEqual(inOrder(rows, asked.sort));
  expect(new Set(rows.map((row) => row.id)).size).toBe(await countResources(db, asked));
  expect(pages.map((page) => page.length)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 5]);

  const tail = await listResources(db, { ...asked, limit: 61 });
  const back = await walkBack(asked, { position: tail.last!, side: 'before' });
  expect(back.map((row) => row.id)).toEqual(rows.slice(0, -1).map((row) => row.id));
});

test('a walk through a query has as many rows as the count says', async () => {
  for (const q of ['tag:env=prod', '-tag:env=prod', 'name:web', 'group:edge status:online', 'kind:(host, app)', 'nothing-like-this']) {
    const asked = query(q, 'group,-name', 4);
    expect((await walk(asked)).flat(), q).toHaveLength(await countResources(db, asked));
  }
});

test('an empty result has no places to go on from', async () => {
  expect(await listResources(db, query('name:nobody', 'name', 10))).toEqual({ rows: [], first: null, last: null, more: false });
});

test('% and _ in a search stand for themselves', async () => {
  const names = async (q: string) => new Set((await listResources(db, query(q, 'name', 100))).rows.map((row) => row.name));
  expect(await names('%')).toEqual(new Set(['100%']));
  expect(await names('_')).toEqual(new Set(['a_b']));
  expect(await names('name:*%')).toEqual(new Set(['100%']));
});

test('a row that goes away between two pages is not missed by the next', async () => {
  const [id = ''] = await insertResources(db, [{ name: '0-first', kind: 'syslog' }, { name: '0-second', kind: 'syslog' }]);
  const asked = query('kind:syslog', 'name', 1);
  const first = await listResources(db, asked);
  await db.deleteFrom('resources').where('id', '=', id).execute();
  const next = await listResources(db, { ...asked, from: { position: first.last!, side: 'after' } });
  expect(next.rows.map((row) => row.name)).toEqual(['0-second']);
  await db.deleteFrom('resources').where('kind', '=', 'syslog').execute();
});

test('the next page by name is one row comparison that the index answers', () => {
  const asked = { ...query('', 'name', 100), from: { position: { values: ['Web'], id: '0198c0de-0000-7000-8000-000000000001' }, side: 'after' as const } };
  const { sql, parameters } = positionsQuery(asked).compile(db);
  expect(sql.replace(/\s+/g, ' ').trim()).toMatchInlineSnapshot(`"SELECT r.id, "r"."name" AS "v0" FROM resources AS r WHERE "r"."retired_at" IS NULL AND ("r"."name_fold", "r"."name", "r"."id") > ($1::text, $2::text, $3::uuid) ORDER BY "r"."name_fold" ASC, "r"."name" ASC, "r"."id" ASC LIMIT $4"`);
  expect(parameters).toEqual(['web', 'Web', '0198c0de-0000-7000-8000-000000000001', 101]);
});
