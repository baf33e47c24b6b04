import { type Caller, caller } from './caller';
import { answeredBy } from './answered-by';
import { checkOrigin } from './check-origin';
import { createContext } from './context';
import { AppError } from './errors';
import { problem } from './problem';

export interface DoorCall<Params> {
  request: Request;
  /** The same procedures that the web page calls. */
  api: Caller;
  params: Params;
}

/** What Next gives a route handler beside the request. */
interface RouteContext<Params> {
  params: Promise<Params>;
}

/** A route of the HTTP API: refuses foreign pages, and answers whatever goes wrong as problem+json. */
export function door<Params = unknown>(answer: (call: DoorCall<Params>) => Promise<Response>) {
  return async (request: Request, context: RouteContext<Params>): Promise<Response> => {
    try {
      checkOrigin(request);
      const asker = createContext();
      const response = await answer({ request, api: caller(asker), params: await context.params });
      for (const [name, value] of Object.entries(answeredBy(asker))) response.headers.set(name, value);
      return response;
    } catch (error) {
      return problem(error);
    }
  };
}

/** A JSON answer that no cache keeps. */
export const answerJson = (body: unknown, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });

/** What stands at every address of the API where nothing else does. */
export const unknownDoor = door(async () => {
  throw new AppError('not_found', 'There is nothing at this address of the API.');
});
