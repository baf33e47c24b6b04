let last: Promise<void> = Promise.resolve();

/**
 * Resolves when nobody else has been let in during this turn of the event loop: what comes next may hold it up for tens of milliseconds, and
 * many who wait for the same thing, such as a catch-up, would all go on in one turn.
 */
export function takeTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}
