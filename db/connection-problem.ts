/** Why no answer came from the database, when that is nobody's bug: it is `away`, or the statement ran too long. */
export type ConnectionProblem = 'away' | 'too-slow';

const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT']);
/** Shutting down, crashed, starting up, too many connections. */
const AWAY_STATES = /^(08...|57P0[123]|53300)$/;
const STATEMENT_TIMEOUT = '57014';
/** pg gives these no code. */
const AWAY_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export function connectionProblem(error: unknown): ConnectionProblem | undefined {
  if (error instanceof AggregateError) return error.errors.map(connectionProblem).find((problem) => problem !== undefined);
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === STATEMENT_TIMEOUT) return 'too-slow';
  return SOCKET_CODES.has(code) || AWAY_STATES.test(code) || AWAY_MESSAGES.test(error.message) ? 'away' : undefined;
}
