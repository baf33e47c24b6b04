import type { ApiError } from '../trpc';

/** The server's own sentence, or that there was none; without the name of the field where it stands at the field. */
export function whyNot(error: ApiError, field?: string): string {
  if (error.data === undefined || error.data === null) return 'The server could not be reached. Nothing that you entered is lost.';
  const own = error.data.errors?.find(({ path }) => path === field)?.message;
  const text = own ?? error.message;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
