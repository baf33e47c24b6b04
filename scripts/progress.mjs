// @ts-check

/**
 * Progress goes to standard error, so that standard output belongs to what a command answers.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Says what begins, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  say(`… ${title}`);
  const result = await work();
  say(`✓ ${title} (${((Date.now() - start) / 1_000).toFixed(1)} s)`);
  return result;
}
