import { AppError, badInput } from './errors';
import { JsonError, parseJson } from './parse-json';
import { withBody } from './read-body';

/** The body of a JSON door. Its content type has to say so: a plain HTML form cannot send that one. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const contentType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') {
    throw new AppError('unsupported_media_type', 'This takes JSON: send it with the content type application/json.');
  }
  try {
    return await withBody(request, maxBytes, (bytes) => parseJson(bytes));
  } catch (error) {
    if (error instanceof JsonError) throw badInput([{ path: '', message: error.message }]);
    throw error;
  }
}
