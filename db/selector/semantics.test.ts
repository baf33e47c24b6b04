import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fold } from '@/domain/fold';
import { ADDRESS_PATTERN } from '@/domain/selector/network-value';
import { expandViews } from '@/domain/selector/expand-views';
import { parseSelector } from '@/domain/selector/parse-selector';
import { SelectorError } from '@/domain/selector/selector-error';
import { matches } from '../matches';
import { testDb } from '../testing/test-db';
import { refuseUnknownIds } from './refuse-unknown-ids';
import { NOW, storeFleet } from './testing/reference-fleet';
import { idOf, SEMANTICS, SEMANTICS_FLEET, SEMANTICS_VIEWS } from './testing/semantics-table';

const { db } = testDb();

beforeAll(() => storeFleet(db, SEMANTICS_FLEET));

async function names(query: string): Promise<string> {
  const rows = await db.selectFrom('resources as r').where(matches(expandViews(parseSelector(query), SEMANTICS_VIEWS), { now: NOW })).select('r.name').orderBy('r.id').execute();
  return rows.map(({ name }) => name).join(' ');
}

describe.each(Object.entries(SEMANTICS))('%s', (_, examples) => {
  test.each(examples)('%s', async (query, picked) => {
    expect(await names(query)).toBe(picked);
  });
});

test('an id that no resource has is refused in under:, at its place', async () => {
  await refuseUnknownIds(db, parseSelector(`web under:${idOf(0)} parent:${idOf(9)}`));
  const refusal = await refuseUnknownIds(db, parseSelector(`web under:(${idOf(0)}, ${idOf(9)})`)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(SelectorError);
  expect(refusal).toMatchObject({ position: 49, length: 36 });
  const inView = expandViews(parseSelector('web view:below'), new Map([['below', `kind:host under:${idOf(9)}`]]));
  expect(await refuseUnknownIds(db, inView).catch((error: unknown) => error)).toMatchObject({ position: 9, length: 5 });
});

test('whatever the pattern takes for an address, PostgreSQL does too', async () => {
  const groups = ['0', 'f', '12ab', 'ffff'];
  const candidates = ['10.0.0.1', '255.255.255.255', '::'];
  for (let before = 0; before <= 8; before++) {
    for (let after = 0; after + before <= 8; after++) {
      const list = (count: number) => Array.from({ length: count }, (_, i) => groups[i % groups.length]).join(':');
      candidates.push(`${list(before)}::${list(after)}`, list(before));
    }
  }
  const addresses = candidates.filter((text) => new RegExp(ADDRESS_PATTERN).test(fold(text)));
  const { rows } = await sql<{ ok: boolean }>`SELECT t ~ ${ADDRESS_PATTERN} AND t::inet IS NOT NULL AS ok FROM unnest(${addresses}::text[]) t`.execute(db);
  expect(addresses.length).toBeGreaterThan(30);
  expect(rows.every(({ ok }) => ok)).toBe(true);
});
