import { tagEdits } from './operations/router';
import { resources } from './resources/router';
import { tags } from './tags/router';
import { router } from './trpc';

/** The whole API on one page. */
export const appRouter = router({ resources, tagEdits, tags });

export type AppRouter = typeof appRouter;
