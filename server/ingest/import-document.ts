import { AppError, badInput } from '../errors';
import { JsonError, parseJson } from '../parse-json';
import { KUBERNETES_SHAPE, decodeKubernetes } from './decode-kubernetes';
import { type Receiver, receiveReports } from './receive';

export interface ImportAnswer {
  created: number;
  updated: number;
  unchanged: number;
  skipped: { reason: string; count: number }[];
  errors: { path: string; message: string }[];
}

const FORMATS = ['kubernetes'];

/** Stores what a file of another system describes. */
export async function importDocument(receiver: Receiver, format: string, body: Uint8Array, dryRun: boolean): Promise<ImportAnswer> {
  if (!FORMATS.includes(format)) throw badInput([{ path: 'format', message: `expected one of: ${FORMATS.join(', ')}` }]);
  const { reports, skipped, errors } = decodeKubernetes(await readDocument(body));
  if (reports.length === 0 && skipped.length === 0 && errors.length > 0) throw new AppError('bad_request', errors[0]?.message ?? '', { errors });
  const actor = { type: 'source', name: format } as const;
  const outcomes = await receiveReports(receiver, reports, { action: `import.${format}`, actor, nowMs: Date.now(), dryRun });
  const answer: ImportAnswer = { created: 0, updated: 0, unchanged: 0, skipped, errors };
  for (const [position, outcome] of outcomes.entries()) {
    if ('result' in outcome) answer[outcome.result]++;
    else answer.errors.push(...outcome.problems.map(({ path, message }) => ({ path: `${reports[position]?.name}: ${path}`, message })));
  }
  return answer;
}

async function readDocument(body: Uint8Array): Promise<unknown> {
  try {
    return await parseJson(body, KUBERNETES_SHAPE);
  } catch (error) {
    throw error instanceof JsonError ? badInput([{ path: '', message: error.message }]) : error;
  }
}
