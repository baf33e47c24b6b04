import type { Operation } from '@/domain/operation';
import type { Db } from '../client';
import { createOperation, type NewOperation } from './create-operation';
import { findOperation } from './find-operation';
import { runOperation } from './run-operation';

/** Freezes an edit and runs it to its end before it answers: for whoever has no request to answer, as the benchmark. */
export async function editToEnd(db: Db, edit: Omit<NewOperation, 'state'>): Promise<Operation | undefined> {
  const id = await createOperation(db, { state: 'running', ...edit });
  const frozen = await findOperation(db, id);
  if (frozen !== undefined) await runOperation(db, frozen);
  return findOperation(db, id);
}
