import type { Operation } from '@/domain/operation';
import type { Db } from '../client';
import { runChunk } from './run-chunk';

/** Chunks in flight at once. PostgreSQL writes them side by side; more would leave readers nothing. */
const AT_ONCE = 2;

/** Runs an operation until nothing of it is left that nobody is at, or `isStopping`; throws after the chunks in flight have ended. */
export async function runOperation(db: Db, operation: Operation, isStopping: () => boolean = () => false): Promise<void> {
  let hasFailed = false;
  const oneByOne = async () => {
    try {
      while (!hasFailed && !isStopping() && (await runChunk(db, operation)) === 'more');
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, oneByOne));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
