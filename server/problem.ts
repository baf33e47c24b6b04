import { ERROR_CODES } from './errors';
import { visibleError } from './visible-error';

/** Whatever was thrown, as the answer of an HTTP door (RFC 9457). */
export function problem(thrown: unknown): Response {
  const error = visibleError(thrown);
  const { status, title } = ERROR_CODES[error.code];
  const { errors, position, length, suggestion } = error.details;
  const body = { type: `urn:gosight:error:${error.code}`, title, status, detail: error.message, errors, position, length, suggestion };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(error.code === 'unavailable' ? { 'retry-after': '2' } : {}),
      // The rest of the body is never read, so the next request on this connection would wait for it.
      ...(error.code === 'too_large' ? { connection: 'close' } : {}),
    },
  });
}
