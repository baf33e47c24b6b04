import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { answeredBy } from '@/server/answered-by';
import { createContext } from '@/server/context';
import { appRouter } from '@/server/router';

const handle = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext,
    // A query that is too long for an address is posted.
    allowMethodOverride: true,
    responseMeta: ({ ctx }) => ({ headers: new Headers({ 'cache-control': 'no-store', ...answeredBy(ctx) }) }),
  });

export { handle as GET, handle as POST };
