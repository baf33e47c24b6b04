import type { Sighting } from '@/db/resources/upsert-resources';
import type { ResourceReport } from '@/domain/resource-report';
import { checkOrigin } from '../check-origin';
import { AppError } from '../errors';
import { withBody } from '../read-body';
import type { AttributeMap } from './attribute-map';
import { identify } from './identify';
import type { KnownBlocks } from './known-blocks';
import { type OtlpFormat, otlpProblem, otlpSuccess } from './otlp-answer';
import { BLOCKS_OF_SIGNAL, type Signal, readOtlpJson } from './otlp-json';
import { readResource, readResourceBlocks } from './otlp-reader';
import { type Receiver, receiveReports } from './receive';

const MAX_BODY_BYTES = 64 * 1024 * 1024;

export interface OtlpReceiver extends Receiver {
  blocks: KnownBlocks;
}

const isSignal = (text: string): text is Signal => Object.hasOwn(BLOCKS_OF_SIGNAL, text);

/** One OTLP/HTTP export: each Resource becomes resources, the rest is dropped. */
export async function receiveOtlp(receiver: OtlpReceiver, request: Request, signal: string): Promise<Response> {
  const format = formatOf(request);
  try {
    checkOrigin(request);
    if (!isSignal(signal)) throw new AppError('not_found', 'OTLP is received at /v1/traces, /v1/metrics and /v1/logs.');
    if (format === undefined) throw new AppError('unsupported_media_type', 'OTLP comes as application/x-protobuf or application/json.');
    const message = await withBody(request, MAX_BODY_BYTES, async (body) => storeBlocks(receiver, await readBlocks(body, format, signal), Date.now()));
    return otlpSuccess(format, message);
  } catch (error) {
    return otlpProblem(format ?? 'json', error);
  }
}

function formatOf(request: Request): OtlpFormat | undefined {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-protobuf') return 'protobuf';
  return type === 'application/json' ? 'json' : undefined;
}

/** A block by what it says, so that repeated ones are looked at once. */
interface Block {
  key: string;
  attributes: () => AttributeMap;
}

async function readBlocks(body: Uint8Array, format: OtlpFormat, signal: Signal): Promise<Block[]> {
  if (format === 'protobuf') {
    return readResourceBlocks(body).map((bytes) => ({ key: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), attributes: () => readResource(bytes) }));
  }
  if (body.length === 0) return [];
  return (await readOtlpJson(body, signal)).map((attributes) => ({ key: JSON.stringify([...attributes]), attributes: () => attributes }));
}

/** Answers what was not taken, if anything. */
async function storeBlocks({ db, heartbeats, blocks: known }: OtlpReceiver, blocks: Block[], nowMs: number): Promise<string | undefined> {
  const distinct = new Map(blocks.map((block) => [block.key, block]));
  const seenAgain: Sighting[] = [];
  const reports: ResourceReport[] = [];
  const fresh: { key: string; from: number; to: number }[] = [];
  for (const { key, attributes } of distinct.values()) {
    const ids = known.idsOf(key, nowMs);
    if (ids !== undefined) {
      for (const id of ids) seenAgain.push({ id, seenAt: nowMs });
      continue;
    }
    const from = reports.length;
    reports.push(...identify(attributes(), { seenAt: nowMs }));
    fresh.push({ key, from, to: reports.length });
  }
  const actor = { type: 'source', name: 'otlp' } as const;
  const outcomes = reports.length === 0 ? [] : await receiveReports({ db, heartbeats }, reports, { action: 'ingest.otlp', actor, nowMs, damped: true });
  heartbeats.add(seenAgain);
  const changed = outcomes.flatMap((outcome) => ('id' in outcome && outcome.result !== 'unchanged' ? outcome.id : []));
  const stored = fresh.flatMap(({ key, from, to }) => {
    const ids = outcomes.slice(from, to).map((outcome) => ('id' in outcome ? outcome.id : undefined));
    return ids.every((id) => id !== undefined) ? { key, ids } : [];
  });
  known.remember(stored, changed, nowMs);
  const refused = outcomes.flatMap((outcome, position) => {
    const kind = reports[position]?.kind;
    return 'problems' in outcome ? [`${kind}: ${outcome.problems.map(({ path, message }) => `${path}: ${message}`).join(', ')}`] : [];
  });
  return refused.length === 0 ? undefined : `${refused.length} not stored: ${refused.slice(0, 5).join('; ')}`;
}
