import * as z from 'zod/mini';
import { answerJson, door } from '../http-door';
import { readJson } from '../read-json';
import { readParameters } from '../read-parameters';
import { FacetsInput } from './count-facets';
import { ListInput } from './list-resources';

interface OfResource {
  id: string;
}

const MAX_QUERY_BYTES = 256 * 1024;
const LIST_PARAMETERS = { q: 'text', sort: 'text', limit: 'number', cursor: 'text', total: 'text' } as const;

export const listDoor = door(async ({ request, api }) => answerJson(await api.resources.list(z.parse(ListInput, readParameters(request, LIST_PARAMETERS)))));

/** The list for a query that is too long for an address. */
export const queryDoor = door(async ({ request, api }) => {
  readParameters(request, {});
  return answerJson(await api.resources.list(z.parse(ListInput, await readJson(request, MAX_QUERY_BYTES))));
});

export const resourceDoor = door<OfResource>(async ({ request, api, params }) => {
  readParameters(request, {});
  const resource = await api.resources.byId({ id: params.id });
  return answerJson(resource, { etag: `"${resource.revision}"` });
});

export const childrenDoor = door<OfResource>(async ({ request, api, params }) => {
  const list = z.parse(ListInput, readParameters(request, LIST_PARAMETERS));
  return answerJson(await api.resources.children({ ...list, id: params.id }));
});

export const rollupDoor = door<OfResource>(async ({ request, api, params }) => {
  readParameters(request, {});
  return answerJson(await api.resources.rollup({ id: params.id }));
});

export const changesDoor = door<OfResource>(async ({ request, api, params }) => {
  const page = readParameters(request, { limit: 'number', cursor: 'text' });
  return answerJson(await api.resources.changes({ ...page, id: params.id }));
});

export const facetsDoor = door(async ({ request, api }) => {
  const { facet, ...rest } = readParameters(request, { q: 'text', facet: 'list', limit: 'number', search: 'text' });
  return answerJson(await api.resources.facets(z.parse(FacetsInput, { ...rest, facets: facet ?? [] })));
});
