import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isMigrated } from '../migrate';
import { testDb } from './test-db';

const { db, url } = testDb();

test('the database is private, migrated and empty', async () => {
  expect(await isMigrated(db)).toBe(true);
  const { rows } = await sql<{ name: string; count: number }>`SELECT current_database() AS name, (SELECT count(*) FROM resources) AS count`.execute(db);
  expect(rows).toEqual([{ name: new URL(url).pathname.slice(1), count: 0 }]);
});

test('text is compared by code point', async () => {
  const { rows } = await sql<{ collation: string }>`SELECT datcollate AS collation FROM pg_database WHERE datname = current_database()`.execute(db);
  expect(rows).toEqual([{ collation: 'C' }]);
});
