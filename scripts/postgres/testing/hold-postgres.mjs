// @ts-check
// A process that keeps the embedded PostgreSQL until it is told to end: node scripts/postgres/testing/hold-postgres.mjs FOLDER
import { endLater, endOnSignals } from '../../shutdown.mjs';
import { startPostgres } from '../start-postgres.mjs';

endOnSignals(() => undefined);
const { url, pid, adopted, stop } = await startPostgres({ dataDir: /** @type {string} the test gives it */ (process.argv[2]), throwaway: true });
endLater('PostgreSQL', stop);
console.log(JSON.stringify({ url, pid, adopted }));
setInterval(() => undefined, 60_000);
