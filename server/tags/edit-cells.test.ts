import { beforeEach, expect, test } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { testDb } from '@/db/testing/test-db';
import { MAX_CELL_RESOURCES } from '@/domain/tag-cells';
import { uuidV7 } from '@/domain/uuid-v7';
import { testCaller } from '../testing/test-caller';

const { db } = testDb();
let id = '';

beforeEach(async () => {
  [id = ''] = await insertResources(db, [{ name: 'web', tags: { env: 'prod' } }]);
});

const edit = (...cells: { id: string; key: string; value: string | null }[]) => testCaller(db).tags.editCells({ cells });
const tagsNow = async () => (await testCaller(db).resources.byId({ id })).tags;

test('a block is written and the very next read shows it', async () => {
  expect(await edit({ id: id.toUpperCase(), key: 'team', value: 'core' }, { id, key: 'env', value: null })).toMatchObject([{ id, outcome: 'changed', tags: { team: 'core' } }]);
  expect(await tagsNow()).toEqual({ team: 'core' });
});

test('each bad cell is named by its place, and nothing is written', async () => {
  const refused = edit(
    { id, key: 'team', value: 'core' },
    { id, key: 'Bad Key', value: 'x' },
    { id, key: 'long', value: 'x'.repeat(257) },
    { id, key: 'team', value: 'twice' },
    { id, key: 'nul', value: '\u0000' },
  );
  await expect(refused).rejects.toMatchObject({
    cause: { details: { errors: ['cells.1.key', 'cells.2.value', 'cells.3.key', 'cells.4.value'].map((path) => ({ path, message: expect.any(String) })) } },
  });
  expect(await tagsNow()).toEqual({ env: 'prod' });
});

test('no cells, and more resources than one transaction should hold, are refused', async () => {
  await expect(edit()).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const many = Array.from({ length: MAX_CELL_RESOURCES + 1 }, () => ({ id: uuidV7(), key: 'env', value: 'x' }));
  await expect(edit(...many)).rejects.toThrow('at most 1000 resources at once, these are 1001');
});
