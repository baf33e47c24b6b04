import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../postgres/run-server.mjs';
import { serveProduct } from '../serve-product.mjs';

export interface ServedBuild {
  url: string;
  /** From the start of the process to its first answer of the inventory, and until its index answered. */
  coldStartSeconds: number;
  indexReadySeconds: number;
  end: () => Promise<void>;
}

/** The built product on this database, once its index is loaded. */
export async function serveBuilt(databaseUrl: string): Promise<ServedBuild> {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 100) / 10;
  const serving = await serveProduct({
    mode: 'start',
    host: '127.0.0.1',
    port: await freePort(),
    env: { DATABASE_URL: databaseUrl, GOSIGHT_SELF_REPORT: '0', GOSIGHT_ALLOWED_HOSTS: '', GOSIGHT_INSECURE: '0', LOG_LEVEL: 'warn' },
  });
  const answer = await fetch(`${serving.url}/api/v1/resources?total=none`);
  if (!answer.ok) throw new Error(`the inventory answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
  const coldStartSeconds = seconds();
  await indexReady(serving.url);
  return { url: serving.url, coldStartSeconds, indexReadySeconds: seconds(), end: () => serving.end() };
}

async function indexReady(url: string): Promise<void> {
  for (;;) {
    const { index }: { index: { state: string } } = await (await fetch(`${url}/readyz`)).json();
    if (index.state === 'ready') return;
    if (index.state === 'off') throw new Error('the product runs without its index');
    await wait(100);
  }
}
