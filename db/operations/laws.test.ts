import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { printSelector } from '@/domain/selector/print-selector';
import { randomSelector } from '@/domain/selector/testing/random-selector';
import { positionsQuery } from '../resources/list-resources';
import { FLEET_VOCABULARY, NOW, randomFleet, storeFleet } from '../selector/testing/reference-fleet';
import { testDb } from '../testing/test-db';
import { listResults } from './list-results';
import { previewOperation } from './preview-operation';
import { editMany, freeze } from './testing/edit-many';

const SLOW_MS = 300_000;

const { db } = testDb();

beforeAll(() => storeFleet(db, randomFleet(60, 23)));

test('law 5: what the list shows is what a preview counts, and exactly that is edited', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(randomSelector({ vocabulary: FLEET_VOCABULARY }), fc.integer({ min: 1, max: 20 }), async (selector, chunkRows) => {
      const said = printSelector(selector);
      const { rows } = await positionsQuery({ selector, sort: [], limit: 500, now: NOW }).execute(db);
      const listed = rows.map(({ id }) => id);
      const edit = { resources: { by: 'query', selector, now: NOW }, set: { bulk: `round ${++round}` }, chunkRows } as const;
      const preview = await previewOperation(db, await freeze(db, 'previewed', edit));
      expect(preview, said).toMatchObject({ matched: listed.length, resources: listed.length, refused: 0 });
      const edited = await editMany(db, edit);
      expect(edited, said).toMatchObject({ state: 'done', matched: listed.length, changed: listed.length });
      expect((await listResults(db, { operationId: edited.id, limit: 500 })).map(({ resourceId }) => resourceId), said).toEqual(listed);
      const tagged = await db.selectFrom('resource_tags').where('key', '=', 'bulk').where('value', '=', `round ${round}`).select('resource_id').orderBy('resource_id').execute();
      expect(tagged.map(({ resource_id }) => resource_id), said).toEqual(listed);
    }),
    { seed: 51, numRuns: 100 },
  );
}, SLOW_MS);
