import { setTimeout as wait } from 'node:timers/promises';
import type { Operation } from '@/domain/operation';
import { type Asker, changedBy, POLL_MS, type Page } from './asker';
import type { HttpClient } from './http-client';

/** The HTTP API; a window by rank is asked of the page's own door, which alone knows ranks. */
export function askOverHttp(client: HttpClient): Asker {
  const get = (path: string, parameters: Record<string, string | number | undefined> = {}) => {
    const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]));
    return client.get(`${path}?${new URLSearchParams(given)}`);
  };
  return {
    async list(input) {
      const text = await get('/api/v1/resources', input);
      return () => JSON.parse(text) as Page; // the API's own answer
    },
    window: (input) => get('/api/trpc/resources.window', { input: JSON.stringify(input) }),
    facets: ({ q, facets }) => client.get(`/api/v1/facets?${new URLSearchParams([...(q === undefined ? [] : [['q', q]]), ...facets.map((facet) => ['facet', facet])])}`),
    suggest: (input) => get('/api/v1/suggest', input),
    children: (id) => get(`/api/v1/resources/${id}/children`),
    rollup: (id) => get(`/api/v1/resources/${id}/rollup`),
    async editMany(q, set) {
      let operation = JSON.parse(await client.post('/api/v1/tag-edits', { q, set })) as Operation; // the API's own answer
      while (operation.state === 'running') {
        await wait(POLL_MS);
        operation = JSON.parse(await get(`/api/v1/tag-edits/${operation.id}`, { limit: 1 })) as Operation;
      }
      return changedBy(operation);
    },
    editTags: (id, set) => client.patch(`/api/v1/resources/${id}/tags`, { set }),
  };
}
