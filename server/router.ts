import { live } from './live/router';
import { tagEdits } from './operations/router';
import { resources } from './resources/router';
import { tags } from './tags/router';
import { router } from './trpc';
import { views } from './views/router';

/** The whole API on one page. */
export const appRouter = router({ live, resources, tagEdits, tags, views });

export type AppRouter = typeof appRouter;
