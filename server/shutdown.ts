import { closeDatabase } from './database';
import { log } from './log';

const ALL_WITHIN_MS = 4_500;
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

interface Shutdown {
  controller: AbortController;
  hooks: Map<string, () => Promise<void>>;
  ending: Promise<void> | undefined;
}

declare global {
  // Next puts modules into several bundles; the process ends once.
  var gosightShutdown: Shutdown | undefined;
}

const shutdown = (): Shutdown => (globalThis.gosightShutdown ??= { controller: new AbortController(), hooks: new Map(), ending: undefined });

/** Aborted when the process is on its way out; whatever would hold a connection open ends on it. */
export const shutdownSignal = (): AbortSignal => shutdown().controller.signal;

/** Something to finish before the database is left, such as a flush. A hook of the same name is replaced. */
export function onShutdown(name: string, hook: () => Promise<void>): void {
  shutdown().hooks.set(name, hook);
}

/** Ends streams and jobs, runs the hooks, leaves the database; what fails is logged and keeps nothing else from ending. */
export function shutDown(): Promise<void> {
  const state = shutdown();
  return (state.ending ??= endAll(state));
}

async function endAll({ controller, hooks }: Shutdown): Promise<void> {
  controller.abort();
  await Promise.all([...hooks].map(([name, hook]) => attempt(name, hook)));
  await attempt('database', closeDatabase);
}

async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, `${name} did not end`);
  }
}

/** Next leaves signals to us (NEXT_MANUAL_SIG_HANDLE). The process is gone within 5 s, whatever hangs. */
export function exitOnSignals(): void {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      setTimeout(() => process.exit(1), ALL_WITHIN_MS).unref();
      void shutDown().then(() => process.exit(0));
    });
  }
}
