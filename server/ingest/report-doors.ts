import { knownIds } from '@/db/heartbeats/known-ids';
import type { ResourceReport } from '@/domain/resource-report';
import { HeartbeatsBody, ResourceReportsBody } from '@/domain/resource-report-json';
import { type InputProblem, badInput } from '../errors';
import { answerJson } from '../http-door';
import { withBody } from '../read-body';
import { readJson } from '../read-json';
import { readParameters } from '../read-parameters';
import { decodeReport } from './decode-reports';
import { importDocument } from './import-document';
import { type Receiver, receiveReports } from './receive';

const MAX_REPORTS_BYTES = 16 * 1024 * 1024;
const MAX_HEARTBEATS_BYTES = 4 * 1024 * 1024;
const MAX_IMPORT_BYTES = 256 * 1024 * 1024;

type ItemAnswer = { index: number; result: 'created' | 'updated' | 'unchanged'; id: string } | { index: number; result: 'error'; errors: InputProblem[] };

/** `POST /api/v1/resources`: registers or refreshes; answers for each item. */
export async function registerResources(receiver: Receiver, request: Request): Promise<Response> {
  readParameters(request, {});
  const { resources } = ResourceReportsBody.parse(await readJson(request, MAX_REPORTS_BYTES));
  const nowMs = Date.now();
  const decoded = resources.map((item) => decodeReport(item, nowMs));
  const reports = decoded.filter((each): each is ResourceReport => !('problems' in each));
  const actor = { type: 'source', name: 'api' } as const;
  const outcomes = (await receiveReports(receiver, reports, { action: 'resources.register', actor, nowMs }))[Symbol.iterator]();
  const results = decoded.map((each, index): ItemAnswer => {
    const outcome = 'problems' in each ? each : outcomes.next().value;
    if (outcome === undefined || 'problems' in outcome) return { index, result: 'error', errors: outcome?.problems ?? [] };
    return { index, ...outcome };
  });
  const count = (result: ItemAnswer['result']) => results.filter((each) => each.result === result).length;
  return answerJson({ created: count('created'), updated: count('updated'), unchanged: count('unchanged'), failed: count('error'), results });
}

/** `POST /api/v1/heartbeats`: these were heard; which of them are unknown. */
export async function takeHeartbeats(receiver: Receiver, request: Request): Promise<Response> {
  readParameters(request, {});
  const body = HeartbeatsBody.parse(await readJson(request, MAX_HEARTBEATS_BYTES));
  const nowMs = Date.now();
  const seenAt = body.seenAt === undefined ? nowMs : Math.min(Date.parse(body.seenAt), nowMs);
  const ids = [...new Set(body.ids.map((id) => id.toLowerCase()))];
  const known = (await receiver.fleet?.known(ids)) ?? (await knownIds(receiver.db, ids));
  receiver.heartbeats.add([...known].map((id) => ({ id, seenAt })));
  return answerJson({ accepted: known.size, unknown: ids.filter((id) => !known.has(id)) });
}

/** `POST /api/v1/imports?format=&dryRun=`: the body is a file of another system. */
export async function importFile(receiver: Receiver, request: Request): Promise<Response> {
  const { format, dryRun = 'false' } = readParameters(request, { format: 'text', dryRun: 'text' });
  if (format === undefined) throw badInput([{ path: 'format', message: 'which format is it? For example format=kubernetes' }]);
  if (!/^(?:true|false|1|0|)$/.test(dryRun)) throw badInput([{ path: 'dryRun', message: 'expected true or false' }]);
  const isDryRun = dryRun !== 'false' && dryRun !== '0';
  return answerJson(await withBody(request, MAX_IMPORT_BYTES, (body) => importDocument(receiver, format, body, isDryRun)));
}
