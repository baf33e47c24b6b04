import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { LOCAL_PERSON } from '@/domain/actor';
import type { Operation } from '@/domain/operation';
import { caller } from '@/server/caller';
import { fleetAnswers } from '@/server/fleet/fleet';
import { type Asker, changedBy, POLL_MS } from './asker';

/** The procedures themselves, in this process. An answer that SQL had to give ends the benchmark: it would measure something else. */
export function askDataLayer(db: Db): Asker {
  const ask = async <Answer>(question: (api: ReturnType<typeof caller>) => Promise<Answer>): Promise<Answer> => {
    const fleet = fleetAnswers(db);
    const answer = await question(caller({ db, actor: LOCAL_PERSON, fleet }));
    if (fleet.answeredBy === 'sql') throw new Error('SQL answered, the fleet index was not there');
    return answer;
  };
  return {
    async list(input) {
      const page = await ask((api) => api.resources.list(input));
      return () => page;
    },
    window: (input) => ask((api) => api.resources.window(input)),
    facets: (input) => ask((api) => api.resources.facets(input)),
    suggest: (input) => ask((api) => api.resources.suggest(input)),
    children: (id) => ask((api) => api.resources.children({ id })),
    rollup: (id) => ask((api) => api.resources.rollup({ id })),
    async editMany(q, set) {
      let operation: Operation = await ask((api) => api.tagEdits.run({ q, set }));
      while (operation.state === 'running') {
        await wait(POLL_MS);
        operation = await ask((api) => api.tagEdits.progress({ id: operation.id, limit: 1 }));
      }
      return changedBy(operation);
    },
    editTags: (id, set) => ask((api) => api.tags.edit({ id, set })),
  };
}
