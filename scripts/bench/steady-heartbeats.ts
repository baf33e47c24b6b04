import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../project-root.mjs';
import { startChild } from '../run-child.mjs';
import type { SendOptions } from './send-heartbeats';

/** Does the work while heartbeats arrive from another process; answers how many a second it got rid of. */
export async function underHeartbeats(options: SendOptions, work: () => Promise<void>): Promise<number> {
  const script = fileURLToPath(new URL('send-heartbeats.ts', import.meta.url));
  const { child, ended, end } = startChild('the sender of heartbeats', [process.execPath, '--import', 'tsx', script, JSON.stringify(options)], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let sent = 0;
  child.on('message', (message: { sent: number }) => (sent = message.sent));
  await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('the sender of heartbeats ended')))]);
  const [first, start] = [sent, performance.now()];
  await work();
  const perSecond = ((sent - first) / (performance.now() - start)) * 1_000;
  await end();
  return Math.round(perSecond);
}
