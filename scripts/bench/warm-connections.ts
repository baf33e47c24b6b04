import type { Asker } from './asker';
import { type BenchFleet, randomRank } from './questions';

const ROWS_PER_WINDOW = 500;
/** Each client reads this share of the fleet. */
const SHARE = 0.2;

/**
 * Rows from all over the fleet, asked by as many clients as will ask later: a connection is slow until it has planned its statements and
 * the kernel has mapped for it the shared memory that it touches. A server that has been in use is past that.
 */
export async function warmConnections(asker: Asker, fleet: BenchFleet, clients: number): Promise<void> {
  const windows = Math.ceil((fleet.scale * SHARE) / ROWS_PER_WINDOW);
  let round = 0;
  const client = async () => {
    for (let window = 0; window < windows; window++) await asker.window({ start: randomRank(fleet, round++), count: ROWS_PER_WINDOW });
  };
  await Promise.all(Array.from({ length: clients }, client));
}
