import { createUndo } from '@/db/operations/create-undo';
import type { Operation } from '@/domain/operation';
import type { Context } from '../context';
import { AppError, badInput } from '../errors';
import { run } from './edit-many';
import { knownOperation } from './known-operation';

const ACTION = 'tagEdits.undo';

/** Takes an ended operation back as an operation of its own; asked twice it is one. To undo an undo is to do the edit again. */
export async function undoEdit(context: Context, id: string): Promise<Operation> {
  const { db, actor } = context;
  await createUndo(db, { undoes: id, actor, action: ACTION });
  const operation = await knownOperation(context, id);
  if (operation.undoneBy !== null) return run(context, operation.undoneBy);
  if (operation.state === 'previewed') throw badInput([{ path: 'id', message: 'this is a preview: nothing was edited' }]);
  throw new AppError('conflict', 'This edit is still running. Undo it when it is done.');
}
