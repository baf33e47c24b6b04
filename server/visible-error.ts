import { TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import { connectionProblem } from '@/db/connection-problem';
import { SelectorError } from '@/domain/selector/selector-error';
import { AppError, badInput, ERROR_CODES, type ErrorCode, type InputProblem } from './errors';
import { log } from './log';

z.config(z.locales.en());

const INTERNAL_SENTENCE = 'Something went wrong on our side. It has been written to the server log.';

/** Whatever was thrown, as what a caller may see. What nobody foresaw is logged whole and becomes one plain sentence. */
export function visibleError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof SelectorError) return selectorError(error);
  if (error instanceof z.core.$ZodError) return badInput(problemsOf(error));
  const problem = connectionProblem(error);
  if (problem !== undefined) return unavailable(problem, error);
  if (error instanceof TRPCError) {
    if (error.cause !== undefined) return visibleError(error.cause);
    if (error.code !== 'INTERNAL_SERVER_ERROR') return requestError(error);
  }
  log.error({ err: error }, 'unexpected error');
  return new AppError('internal', INTERNAL_SENTENCE, {}, { cause: error });
}

function selectorError(error: SelectorError): AppError {
  const { message, position, length, suggestion } = error;
  return new AppError('bad_selector', message, {
    position,
    length,
    ...(suggestion === undefined ? {} : { suggestion }),
    errors: [{ path: 'q', message }],
  });
}

function unavailable(problem: 'away' | 'too-slow', cause: unknown): AppError {
  const sentence =
    problem === 'away'
      ? 'The database does not answer. Try again in a moment.'
      : 'This took too long and was stopped. Ask for less, or try again in a moment.';
  log.warn({ reason: cause instanceof Error ? cause.message : String(cause) }, 'no answer from the database');
  return new AppError('unavailable', sentence, {}, { cause });
}

/** What tRPC itself refuses: an unknown procedure, a wrong method, a body that is no JSON. */
function requestError(error: TRPCError): AppError {
  const code = CODES.find((each) => ERROR_CODES[each].trpc === error.code) ?? 'bad_request';
  const sentence = code === 'not_found' ? 'There is no such procedure.' : 'The request was not understood.';
  return new AppError(code, sentence, {}, { cause: error });
}

const CODES = Object.keys(ERROR_CODES) as ErrorCode[]; // the keys of a literal object that nobody extends

function problemsOf(error: z.core.$ZodError): InputProblem[] {
  return error.issues.flatMap((issue): InputProblem[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: sentenceOf(issue.message) }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'there is no such field' }));
  });
}

const sentenceOf = (message: string): string => message.replace(/^Invalid input: /, '').replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
