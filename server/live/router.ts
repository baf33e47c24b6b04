import * as z from 'zod/mini';
import { MAX_LIVE_ROWS } from '@/domain/live-row';
import { ResourceId } from '../resource-id';
import { shutdownSignal } from '../shutdown';
import { read, router } from '../trpc';
import { processFeed } from './process-feed';

const RowsInput = z.strictObject({ ids: z.array(ResourceId).check(z.minLength(1), z.maxLength(MAX_LIVE_ROWS)) });

export const live = router({
  rows: read.input(RowsInput).subscription(({ input, signal }) => processFeed().follow(input.ids, [shutdownSignal(), ...(signal ? [signal] : [])])),
});
