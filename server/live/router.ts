import * as z from 'zod/mini';
import { MAX_LIVE_ROWS } from '@/domain/live-row';
import { ResourceId } from '../resource-id';
import { shutdownSignal } from '../shutdown';
import { read, router } from '../trpc';
import { processFeed } from './process-feed';

const RowsInput = z.strictObject({
  ids: z.array(ResourceId).check(z.minLength(1), z.maxLength(MAX_LIVE_ROWS)),
  /** As resources.list named the list that the rows stand in. */
  mark: z.optional(z.string().check(z.maxLength(50))),
});

export const live = router({
  rows: read.input(RowsInput).subscription(({ ctx: { fleet }, input: { ids, mark }, signal }) => {
    const askNews = mark === undefined || fleet === undefined ? undefined : () => fleet.news(mark);
    return processFeed().follow(ids, [shutdownSignal(), ...(signal ? [signal] : [])], askNews);
  }),
});
