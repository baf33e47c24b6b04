import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDb } from '@/db/testing/test-db';
import { KIND_DESCRIPTIONS, type Kind } from '@/domain/kinds';
import { tagKeyProblem } from '@/domain/tags';
import type { FleetRow } from './fleet-row';
import { generateFleet } from './generate-fleet';
import { loadFleet } from './load-fleet';

const { db, url } = testDb();

async function fleetOf(count: number, seed: number): Promise<FleetRow[]> {
  const rows: FleetRow[] = [];
  for await (const row of generateFleet({ count, seed, now: 1_790_000_000_000 })) rows.push(row);
  return rows;
}

test('the same seed gives the same fleet, another seed another one', async () => {
  expect(await fleetOf(500, 7)).toEqual(await fleetOf(500, 7));
  expect(await fleetOf(500, 7)).not.toEqual(await fleetOf(500, 8));
});

test('parents come first, are of a kind that may be one, and ids are unique', async () => {
  const kinds = new Map<string, Kind>();
  for (const row of await fleetOf(5_000, 3)) {
    if (row.parentId !== null) {
      const parents: readonly (Kind | undefined)[] = KIND_DESCRIPTIONS[row.kind].parents;
      expect(parents).toContain(kinds.get(row.parentId));
    }
    expect(kinds.has(row.id)).toBe(false);
    kinds.set(row.id, row.kind);
    expect(Object.keys(row.tags).map(tagKeyProblem).filter(Boolean)).toEqual([]);
  }
});

test.each([0, 1, 7, 99])('a fleet of %i is a fleet', async (count) => {
  expect(await fleetOf(count, 1)).toHaveLength(count);
});

test('a loaded fleet is in the tables with one feed row a batch', async () => {
  const rows = await fleetOf(300, 7);
  expect(await loadFleet(url, rows)).toBe(300);
  const { rows: found } = await sql<Record<string, number>>`
    SELECT (SELECT count(*) FROM resource_summary) AS resources, (SELECT count(*) FROM resource_labels) AS labels, (SELECT count(*) FROM resource_tags) AS tags,
      (SELECT count(*) FROM resource_changes) AS feed`.execute(db);
  const pairs = (pick: (row: FleetRow) => object) => rows.reduce((sum, row) => sum + Object.keys(pick(row)).length, 0);
  expect(found).toEqual([{ resources: 300, labels: pairs((row) => row.labels), tags: pairs((row) => row.tags), feed: 1 }]);
});
