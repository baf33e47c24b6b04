import type { Db } from '@/db/client';
import { type ReportOutcome, type UpsertResult, isRefusedByDatabase, upsertResources } from '@/db/resources/upsert-resources';
import { type WriteIntent, writeTx } from '@/db/write-tx';
import type { Actor } from '@/domain/actor';
import { type ReportProblem, reportProblems } from '@/domain/report-limits';
import type { ResourceReport } from '@/domain/resource-report';
import type { Context } from '../context';
import type { HeartbeatBuffer } from '../heartbeat-buffer';
import { log } from '../log';

/** With up to five keys each they can be locked one by one: see db/resources/lock-keys.ts. */
const REPORTS_PER_TRANSACTION = 500;

export type ReceivedOutcome = { result: 'created' | 'updated' | 'unchanged'; id: string } | { problems: ReportProblem[] };

export interface Receiver extends Pick<Context, 'db' | 'fleet'> {
  heartbeats: Pick<HeartbeatBuffer, 'add'>;
}

export interface ReceiveOptions {
  /** The door, such as `ingest.otlp`. */
  action: string;
  actor: Actor;
  nowMs: number;
  /** For telemetry that repeats itself. */
  damped?: boolean;
  /** Says what would happen and stores nothing. */
  dryRun?: boolean;
}

/** What every door calls: stores the reports and answers for each of them. What cannot be stored stops nobody else. */
export async function receiveReports({ db, heartbeats }: Receiver, reports: ResourceReport[], options: ReceiveOptions): Promise<ReceivedOutcome[]> {
  const problems = reports.map(reportProblems);
  const good = reports.filter((_, position) => problems[position]?.length === 0);
  const outcomes: ReportOutcome[] = [];
  for (let from = 0; from < good.length; from += REPORTS_PER_TRANSACTION) {
    const stored = await store(db, good.slice(from, from + REPORTS_PER_TRANSACTION), options);
    if (!options.dryRun) heartbeats.add(stored.seenAgain);
    outcomes.push(...stored.outcomes);
  }
  const answers = outcomes[Symbol.iterator]();
  return problems.map((found) => {
    if (found.length > 0) return { problems: found };
    const outcome = answers.next().value;
    if (outcome === undefined) throw new Error('a report was left without an answer');
    return 'problem' in outcome ? { problems: [outcome.problem] } : outcome;
  });
}

const REFUSED = 'the database refused this resource';

/** Carries the answer of a dry run out of the transaction that it undoes. */
class DryRunEnd extends Error {
  constructor(readonly result: UpsertResult) {
    super('dry run');
  }
}

async function store(db: Db, reports: ResourceReport[], options: ReceiveOptions): Promise<UpsertResult> {
  const { action, actor, nowMs, damped = false, dryRun = false } = options;
  const intent: WriteIntent = { action, actor };
  try {
    return await writeTx(db, intent, async (tx) => {
      const written = await upsertResources(tx, reports, { nowMs, damped });
      if (dryRun) throw new DryRunEnd(written.result);
      return written;
    });
  } catch (error) {
    if (error instanceof DryRunEnd) return error.result;
    if (!isRefusedByDatabase(error)) throw error;
    if (reports.length === 1) {
      log.warn({ err: error }, 'a report that the database refused');
      return { outcomes: [{ problem: { path: '', message: REFUSED } }], seenAgain: [] };
    }
    const middle = Math.ceil(reports.length / 2);
    const first = await store(db, reports.slice(0, middle), options);
    const second = await store(db, reports.slice(middle), options);
    return { outcomes: [...first.outcomes, ...second.outcomes], seenAgain: [...first.seenAgain, ...second.seenAgain] };
  }
}
