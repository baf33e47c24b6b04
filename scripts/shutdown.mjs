// @ts-check

/** @type {{ name: string, end: () => Promise<void> | void }[]} */
const running = [];
/** @type {Promise<void> | undefined} */
let ending;

/**
 * Ends what was started, newest first, on Ctrl-C, SIGTERM and a closed terminal, then the process.
 * @param {(line: string) => void} log
 */
export function endOnSignals(log) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!ending) log(`Ending on ${signal}`);
      void endAll(log).then(() => process.exit(process.exitCode ?? 0));
    });
  }
}

/**
 * Remembers something that must be ended. The answer forgets it again.
 * @param {string} name
 * @param {() => Promise<void> | void} end
 */
export function endLater(name, end) {
  const entry = { name, end };
  running.push(entry);
  return () => {
    const at = running.indexOf(entry);
    if (at >= 0) running.splice(at, 1);
  };
}

/** Whether the process is on its way out: what fails now fails because of that. */
export function isEnding() {
  return ending !== undefined;
}

/**
 * Ends everything, newest first; what fails is said and does not keep the rest from ending.
 * @param {(line: string) => void} log
 */
export function endAll(log) {
  return (ending ??= (async () => {
    for (let entry = running.pop(); entry; entry = running.pop()) {
      try {
        await entry.end();
      } catch (error) {
        process.exitCode = 1;
        log(`${entry.name} did not end: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  })());
}
