import { TRPCClientError } from '@trpc/client';
import type { SeenTags } from './tag-draft';

/** Why an edit was not saved. */
export interface Refusal {
  problem: string;
  /** What somebody else made of the tags meanwhile. */
  theirs: SeenTags | null;
}

export function isConflict(error: unknown): boolean {
  return codeOf(error) === 'conflict';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'appCode' in data && typeof data.appCode === 'string' ? data.appCode : undefined;
}

/** The server's own sentence, or that there was none. */
export function reasonOf(error: unknown): string {
  if (codeOf(error) === undefined || !(error instanceof Error)) return 'The server could not be reached. Nothing was saved; what you typed is kept.';
  return /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
}
