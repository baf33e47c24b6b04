import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, storeFleet } from '@/db/selector/testing/reference-fleet';
import { idOf, SEMANTICS, SEMANTICS_FLEET, SEMANTICS_VIEWS } from '@/db/selector/testing/semantics-table';
import { testDb } from '@/db/testing/test-db';
import { expandViews } from '@/domain/selector/expand-views';
import { parseSelector } from '@/domain/selector/parse-selector';
import { type FleetTwin, openTwin } from './testing/fleet-twin';

const { db, url } = testDb();
let twin: FleetTwin;

beforeAll(async () => {
  await storeFleet(db, SEMANTICS_FLEET);
  twin = await openTwin(db, url);
});

afterAll(() => twin.close());

async function names(query: string): Promise<string> {
  const found = await twin.answers.list({ selector: expandViews(parseSelector(query), SEMANTICS_VIEWS), sort: [], limit: 100, now: NOW });
  const ids = new Set(found?.ids);
  return SEMANTICS_FLEET.filter((_, place) => ids.has(idOf(place))).map(({ name }) => name).join(' ');
}

describe.each(Object.entries(SEMANTICS))('%s, in the fleet index', (_, examples) => {
  test.each(examples)('%s', async (query, picked) => {
    expect(await names(query)).toBe(picked);
  });
});
