import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ratePerSecond } from './rate-per-second';

test('what every client did counts, and the time of what follows too', async () => {
  let worked = 0;
  const start = performance.now();
  const rate = await ratePerSecond(
    { clients: 4, atLeast: 400, measureMs: 0 },
    async () => {
      await turn();
      worked += 10;
      return 10;
    },
    turn,
  );
  const tookMs = performance.now() - start;
  // Who is under way when enough is done ends its work.
  expect(worked).toBeGreaterThanOrEqual(400);
  expect(worked).toBeLessThanOrEqual(430);
  expect(rate).toBeGreaterThanOrEqual(Math.floor((worked / tookMs) * 1_000));
});
