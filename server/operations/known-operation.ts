import { findOperation } from '@/db/operations/find-operation';
import type { Operation } from '@/domain/operation';
import type { Context } from '../context';
import { AppError } from '../errors';

/** The operation of this id; refused when there is none. */
export async function knownOperation({ db }: Context, id: string): Promise<Operation> {
  const operation = await findOperation(db, id);
  if (operation === undefined) throw new AppError('not_found', 'There is no bulk edit with this id; a preview that nobody ran is forgotten after a day.');
  return operation;
}
