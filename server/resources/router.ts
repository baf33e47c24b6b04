import * as z from 'zod/mini';
import { countResources } from '@/db/resources/count-resources';
import { findResource, isResource } from '@/db/resources/find-resource';
import { restoreResource, retireResource } from '@/db/resources/retire-resource';
import { rollUp } from '@/db/resources/rollup';
import { refuseUnknownResource as refuse, ResourceId } from '../resource-id';
import { readSelector } from '../read-selector';
import { edit, read, router } from '../trpc';
import { countFacets, FacetsInput } from './count-facets';
import { countTimes, TimesInput } from './count-times';
import { explain, ExplainInput } from './explain';
import { findRank, RankInput } from './find-rank';
import { HistoryInput, listHistory } from './list-history';
import { ListInput, listResources, MarkedListInput, type Total } from './list-resources';
import { listWindow, WindowInput } from './list-window';
import { resolve, ResolveInput } from './resolve';
import { suggest, SuggestInput } from './suggest';

const OneInput = z.strictObject({ id: ResourceId });

export const resources = router({
  list: read.input(MarkedListInput).query(({ ctx, input }) => listResources(ctx, input)),

  window: read.input(WindowInput).query(({ ctx, input }) => listWindow(ctx, input)),

  rank: read.input(RankInput).query(({ ctx, input }) => findRank(ctx, input)),

  count: read.input(z.strictObject({ q: z.optional(z.string()) })).query(async ({ ctx, input }): Promise<Total> => {
    const query = { selector: await readSelector(ctx.db, input.q), now: new Date() };
    const value = (await ctx.fleet?.count(query)) ?? (await countResources(ctx.db, query));
    return { value, relation: 'eq' };
  }),

  facets: read.input(FacetsInput).query(({ ctx, input }) => countFacets(ctx, input)),

  times: read.input(TimesInput).query(({ ctx, input }) => countTimes(ctx, input)),

  suggest: read.input(SuggestInput).query(({ ctx, input }) => suggest(ctx, input)),

  explain: read.input(ExplainInput).query(({ ctx, input }) => explain(ctx, input)),

  resolve: read.input(ResolveInput).query(({ ctx, input }) => resolve(ctx, input)),

  byId: read.input(OneInput).query(async ({ ctx, input }) => (await findResource(ctx.db, input.id)) ?? refuse()),

  children: read.input(z.extend(ListInput, { id: ResourceId })).query(async ({ ctx, input: { id, ...list } }) => {
    const children = await listResources(ctx, list, { type: 'field', field: 'parent', op: '=', values: [{ type: 'text', text: id }] });
    return children.items.length > 0 || (await isResource(ctx.db, id)) ? children : refuse();
  }),

  rollup: read.input(OneInput).query(async ({ ctx, input }) => {
    const found = await ctx.fleet?.rollup(input.id);
    return (found === undefined ? await rollUp(ctx.db, input.id) : found) ?? refuse();
  }),

  changes: read.input(HistoryInput).query(({ ctx, input }) => listHistory(ctx, input)),

  retire: edit.input(OneInput).mutation(async ({ ctx, input }) => {
    if ((await ctx.write((tx) => retireResource(tx, input.id))) === 'not-found') refuse();
  }),

  restore: edit.input(OneInput).mutation(async ({ ctx, input }) => {
    if ((await ctx.write((tx) => restoreResource(tx, input.id))) === 'not-found') refuse();
  }),
});
