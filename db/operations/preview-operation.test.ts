import { expect, test } from 'vitest';
import { MAX_TAGS_PER_RESOURCE } from '@/domain/tags';
import { insertResources } from '../testing/insert-resources';
import { testDb } from '../testing/test-db';
import { previewOperation } from './preview-operation';
import { runOperation } from './run-operation';
import { startOperation } from './start-operation';
import { freeze, known } from './testing/edit-many';

const { db } = testDb();
const full = Object.fromEntries(Array.from({ length: MAX_TAGS_PER_RESOURCE }, (_, i) => [`k${i}`, 'v']));

test('a preview counts per key what is added, overwritten, removed, unchanged and refused, and lists the old values', async () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ name: `many-${i}`, tags: { env: `e${String(i).padStart(2, '0')}` } }));
  const ids = await insertResources(db, [
    { name: 'a', tags: { env: 'dev', team: 'x' } },
    { name: 'b', tags: { env: 'dev' } },
    { name: 'c', tags: { env: 'prod', team: 'y' } },
    { name: 'd' },
    { name: 'full', tags: full },
    ...many,
  ]);
  const operation = await freeze(db, 'previewed', { resources: { by: 'ids', ids }, set: { env: 'prod' }, remove: ['team'], chunkRows: 4 });
  expect(await previewOperation(db, operation)).toEqual({
    preview: operation.id,
    expiresAt: operation.expiresAt,
    matched: 17,
    added: 1,
    changed: 14,
    removed: 2,
    unchanged: 1 + 14,
    refused: 1,
    resources: 16,
    keys: [
      {
        key: 'env', value: 'prod', added: 1, changed: 14, removed: 0, unchanged: 1, refused: 1,
        oldValues: [{ value: 'dev', count: 2 }, ...many.slice(0, 9).map(({ tags }) => ({ value: tags.env, count: 1 }))],
        moreOldValues: 3,
      },
      { key: 'team', value: null, added: 0, changed: 0, removed: 2, unchanged: 14, refused: 1, oldValues: [{ value: 'x', count: 1 }, { value: 'y', count: 1 }], moreOldValues: 0 },
    ],
  });
  await startOperation(db, operation.id);
  await runOperation(db, operation);
  expect(await known(db, operation.id)).toMatchObject({ state: 'done', matched: 17, changed: 16, unchanged: 0, refused: 1 });
});

test('a preview is run once, and not once it has expired', async () => {
  const ids = await insertResources(db, [{ name: 'once' }]);
  const operation = await freeze(db, 'previewed', { resources: { by: 'ids', ids }, set: { once: 'x' } });
  await startOperation(db, operation.id);
  const running = await known(db, operation.id);
  await startOperation(db, operation.id);
  expect(await known(db, operation.id)).toEqual(running);

  const late = await freeze(db, 'previewed', { resources: { by: 'ids', ids }, set: { late: 'x' } });
  await db.updateTable('operations').where('id', '=', late.id).set({ expires_at: '2026-01-01T00:00:00.000Z' }).execute();
  await startOperation(db, late.id);
  expect(await known(db, late.id)).toMatchObject({ state: 'previewed' });
});
