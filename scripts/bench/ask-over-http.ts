import type { Asker, Page } from './asker';
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
    editTags: (id, set) => client.patch(`/api/v1/resources/${id}/tags`, { set }),
  };
}
