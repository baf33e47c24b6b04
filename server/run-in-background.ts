import { connectionProblem } from '@/db/connection-problem';
import type { Db } from '@/db/client';
import { failOperation } from '@/db/operations/start-operation';
import { runOperation } from '@/db/operations/run-operation';
import type { Operation } from '@/domain/operation';
import { log } from './log';

interface Running {
  byId: Map<string, Promise<void>>;
  isStopping: boolean;
}

declare global {
  // Next puts modules into several bundles; the process runs an operation once.
  var gosightOperations: Running | undefined;
}

const running = (): Running => (globalThis.gosightOperations ??= { byId: new Map(), isStopping: false });

/** Goes on with an operation in the background; twice is once. Whatever stops it, the job of some process takes it up again. */
export function runInBackground(db: Db, operation: Operation): Promise<void> {
  const { byId, isStopping } = running();
  if (isStopping) return Promise.resolve();
  const already = byId.get(operation.id);
  if (already !== undefined) return already;
  const run = runToEnd(db, operation).finally(() => byId.delete(operation.id));
  byId.set(operation.id, run);
  return run;
}

/** Waits for the chunks in flight; nothing starts from now on. */
export async function stopOperations(): Promise<void> {
  const state = running();
  state.isStopping = true;
  await Promise.all(state.byId.values());
}

async function runToEnd(db: Db, operation: Operation): Promise<void> {
  try {
    await runOperation(db, operation, () => running().isStopping);
  } catch (error) {
    const passing = connectionProblem(error);
    log.error({ err: error, operation: operation.id }, passing ? 'a bulk edit is interrupted; it is taken up again' : 'a bulk edit failed');
    if (passing === undefined) await failOperation(db, operation.id, 'It stopped at an error on our side, which is in the server log. Run it again to go on where it stopped.').catch(ignore);
  }
}

/** It stays running, and the job meets the same error again. */
const ignore = (): undefined => undefined;
