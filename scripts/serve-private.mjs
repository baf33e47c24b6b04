// @ts-check
// The built product on a database of its own, for one test worker, which forks this and talks to it by messages.
import { buildProduct } from './build-product.mjs';
import { migrateDatabase } from './migrate-database.mjs';
import { isProcessAlive } from './postgres/process-alive.mjs';
import { freePort } from './postgres/run-server.mjs';
import { startPostgres } from './postgres/start-postgres.mjs';
import { makeThrowawayFolder, removeFolder } from './postgres/throwaway-folder.mjs';
import { say } from './progress.mjs';
import { serveProduct } from './serve-product.mjs';
import { endAll, endLater, endOnSignals } from './shutdown.mjs';

endOnSignals(() => undefined);
process.once('disconnect', () => void endAll(say).then(() => process.exit()));

await buildProduct();
const folder = await makeThrowawayFolder();
endLater('the folder', () => removeFolder(folder));
// The web server keeps its address while the database comes and goes.
const port = await freePort();
let postgres = await startPostgres({ dataDir: folder, throwaway: true, port });
endLater('PostgreSQL', () => postgres.stop());
await migrateDatabase(postgres.url);
/** @param {number} onPort */
const serve = (onPort) =>
  serveProduct({
    mode: 'start',
    host: '127.0.0.1',
    port: onPort,
    env: { DATABASE_URL: postgres.url, GOSIGHT_SELF_REPORT: '0', GOSIGHT_ALLOWED_HOSTS: '', GOSIGHT_INSECURE: '0', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
  });
let web = await serve(await freePort());
const { url } = web;

const ORDERS = {
  async killDatabase() {
    process.kill(postgres.pid, 'SIGKILL');
    while (isProcessAlive(postgres.pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    // It is gone already; this gives up our share in it, or the next one would wait for us for ever.
    await postgres.stop();
  },
  async startDatabase() {
    if (isProcessAlive(postgres.pid)) return;
    postgres = await startPostgres({ dataDir: folder, throwaway: true, port });
  },
  async startSecondServer() {
    return (await serve(await freePort())).url;
  },
  async killServer() {
    await web.kill();
  },
  async startServer() {
    web = await serve(Number(new URL(url).port));
  },
};

process.on('message', (/** @type {keyof typeof ORDERS} the one who forks us sends nothing else */ order) => {
  ORDERS[order]().then(
    (answer) => process.send?.({ done: order, answer }),
    (error) => process.send?.({ failed: String(error) }),
  );
});
process.send?.({ url, databaseUrl: postgres.url });
