import * as z from 'zod/mini';
import { countResources } from '@/db/resources/count-resources';
import { findResource } from '@/db/resources/find-resource';
import { parseSelector } from '@/domain/selector/parse-selector';
import { noSuchResource, ResourceId } from '../resource-id';
import { read, router } from '../trpc';
import { countFacets, FacetsInput } from './count-facets';
import { ListInput, listResources, type Total } from './list-resources';

export const resources = router({
  list: read.input(ListInput).query(({ ctx, input }) => listResources(ctx, input)),

  count: read.input(z.strictObject({ q: z.optional(z.string()) })).query(async ({ ctx, input }): Promise<Total> => {
    const value = await countResources(ctx.db, { selector: parseSelector(input.q ?? ''), now: new Date() });
    return { value, relation: 'eq' };
  }),

  facets: read.input(FacetsInput).query(({ ctx, input }) => countFacets(ctx, input)),

  byId: read.input(z.strictObject({ id: ResourceId })).query(async ({ ctx, input }) => {
    const resource = await findResource(ctx.db, input.id);
    if (resource === undefined) throw noSuchResource();
    return resource;
  }),

  children: read.input(z.extend(ListInput, { id: ResourceId })).query(async ({ ctx, input: { id, ...list } }) => {
    return listResources(ctx, list, { type: 'field', field: 'parent', op: '=', values: [{ type: 'text', text: id }] });
  }),
});
