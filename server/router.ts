import { live } from './live/router';
import { tagEdits } from './operations/router';
import { resources } from './resources/router';
import { tags } from './tags/router';
import { router } from './trpc';

/** The whole API on one page. */
export const appRouter = router({ live, resources, tagEdits, tags });

export type AppRouter = typeof appRouter;
