import type { Operation } from '@/domain/operation';
import type { Db } from '../client';
import { runChunk } from './run-chunk';

/** Runs an operation to its end, chunk after chunk, or until another process is at it or `isStopping`. */
export async function runOperation(db: Db, operation: Operation, isStopping: () => boolean = () => false): Promise<void> {
  while (!isStopping() && (await runChunk(db, operation)) === 'more');
}
