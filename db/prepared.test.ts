import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rowsByIds } from './resources/rows-by-ids';
import { insertResources } from './testing/insert-resources';
import { testDb } from './testing/test-db';

const { db } = testDb();

const statements = sql<{ name: string; calls: number }>`SELECT name, (generic_plans + custom_plans)::int AS calls FROM pg_prepared_statements`;

test('the rows of a page are planned once on a connection, and one statement answers every page', async () => {
  const ids = await insertResources(db, [{ name: 'web-1' }, { name: 'web-2' }, { name: 'web-3' }]);
  await db.connection().execute(async (one) => {
    for (let page = 0; page < ids.length; page++) {
      const rows = await rowsByIds(one, ids.slice(page));
      expect(rows.map((row) => row.id)).toEqual(ids.slice(page));
    }
    expect((await statements.execute(one)).rows).toEqual([{ name: 'rows-by-ids', calls: 3 }]);
  });
});

test('a statement that is not marked stays in no connection', async () => {
  await db.connection().execute(async (one) => {
    const before = await statements.execute(one);
    await one.selectFrom('resources').select('id').where('name', '=', 'web-1').execute();
    expect((await statements.execute(one)).rows).toEqual(before.rows);
  });
});
