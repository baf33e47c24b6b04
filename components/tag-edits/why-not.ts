import type { ApiError } from '../trpc';

/** The server's own sentence, or that there was none. */
export function whyNot(error: ApiError): string {
  if (error.data === undefined || error.data === null) return 'The server could not be reached. Nothing that you entered is lost.';
  return /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
}
