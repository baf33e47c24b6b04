import type { TRPCError } from '@trpc/server';

/** Each code that a caller may see, with what it is called on either road. */
export const ERROR_CODES = {
  bad_request: { trpc: 'BAD_REQUEST', status: 400, title: 'Bad request' },
  bad_selector: { trpc: 'BAD_REQUEST', status: 400, title: 'Query not understood' },
  forbidden_origin: { trpc: 'FORBIDDEN', status: 403, title: 'Refused origin' },
  not_found: { trpc: 'NOT_FOUND', status: 404, title: 'Not found' },
  expired: { trpc: 'NOT_FOUND', status: 410, title: 'Expired' },
  method_not_allowed: { trpc: 'METHOD_NOT_SUPPORTED', status: 405, title: 'Method not allowed' },
  conflict: { trpc: 'PRECONDITION_FAILED', status: 412, title: 'Changed meanwhile' },
  in_use: { trpc: 'CONFLICT', status: 409, title: 'In use' },
  too_large: { trpc: 'PAYLOAD_TOO_LARGE', status: 413, title: 'Too large' },
  unsupported_media_type: { trpc: 'UNSUPPORTED_MEDIA_TYPE', status: 415, title: 'Unsupported media type' },
  internal: { trpc: 'INTERNAL_SERVER_ERROR', status: 500, title: 'Internal error' },
  unavailable: { trpc: 'SERVICE_UNAVAILABLE', status: 503, title: 'Unavailable' },
} as const satisfies Record<string, { trpc: TRPCError['code']; status: number; title: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One thing that is wrong, by its place in the input (`set.env`, `resources.3.kind`). */
export interface InputProblem {
  path: string;
  message: string;
}

export interface ErrorDetails {
  errors?: InputProblem[];
  /** In a query: offset of the first wrong character. */
  position?: number;
  /** In a query: how many characters are wrong. */
  length?: number;
  /** In a query: what to write in their place. */
  suggestion?: string;
}

/** What a caller may see: its message is a sentence for a person. Everything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An error in the input, named by the place where it stands. */
export function badInput(problems: InputProblem[]): AppError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const message = first ? `${first.path === '' ? '' : `${first.path}: `}${first.message}${more}` : 'the input was not understood';
  return new AppError('bad_request', message, { errors: problems });
}
