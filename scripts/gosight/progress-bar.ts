const WIDTH = 30;
const REDRAW_MS = 100;

/** Shows how far something is, on standard error: a bar where a person looks, nothing in a file. */
export function progressBar(total: number): { at: (done: number) => void; end: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { at: () => undefined, end: () => undefined };
  let drawnAt = 0;
  return {
    at(done) {
      if (Date.now() - drawnAt < REDRAW_MS) return;
      drawnAt = Date.now();
      const share = total === 0 ? 1 : Math.min(1, done / total);
      stderr.write(`\r[${'█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '·')}] ${String(Math.floor(share * 100)).padStart(3)} %`);
    },
    end: () => void stderr.write(`\r${' '.repeat(WIDTH + 8)}\r`),
  };
}
