import { unfinishedOperations } from '@/db/operations/find-operation';
import { pruneOperations } from '@/db/operations/prune-operations';
import { database } from '../database';
import { log } from '../log';
import { runInBackground, stopOperations } from '../run-in-background';

const LOOK_EVERY_MS = 5_000;
const PRUNE_EVERY = 120;

declare global {
  var gosightOperationsJob: { stop: () => Promise<void> } | undefined;
}

/** Takes up bulk edits that no process is at, at once and every 5 s. Stop it before the pool is closed. */
export function startRunOperations(): { stop: () => Promise<void> } {
  return (globalThis.gosightOperationsJob ??= startLooking());
}

function startLooking(): { stop: () => Promise<void> } {
  let looks = 0;
  let looking = look(looks);
  const timer = setInterval(() => {
    looking = looking.then(() => look(++looks));
  }, LOOK_EVERY_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      globalThis.gosightOperationsJob = undefined;
      await Promise.all([looking, stopOperations()]);
    },
  };
}

async function look(looks: number): Promise<void> {
  const db = database();
  try {
    for (const operation of await unfinishedOperations(db)) void runInBackground(db, operation);
    if (looks % PRUNE_EVERY === 0) await pruneOperations(db);
  } catch (error) {
    log.warn({ err: error }, 'looking for unfinished bulk edits failed; it is tried again');
  }
}
