import { AppError } from './errors';

/** The revision that the caller saw. `*` asks only that the thing is there, which the edit checks anyway. */
export function readIfMatch(request: Request): number | undefined {
  const header = request.headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const [, revision] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (revision !== undefined) return Number(revision);
  throw new AppError('conflict', 'If-Match names no revision; it takes one quoted ETag, such as "3".');
}
