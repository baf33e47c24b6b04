import { LOCAL_PERSON } from '@/domain/actor';
import type { Operation } from '@/domain/operation';
import type { TagPatch } from '@/domain/tags';
import type { Db } from '../../client';
import type { Picked } from '../../picked-ids';
import { createOperation } from '../create-operation';
import { createUndo } from '../create-undo';
import { findOperation } from '../find-operation';
import { runOperation } from '../run-operation';

interface EditMany {
  resources: Picked;
  set?: TagPatch['set'];
  remove?: TagPatch['remove'];
  reason?: string;
  chunkRows?: number;
}

const BY = { actor: LOCAL_PERSON, action: 'tagEdits.run' } as const;

export async function known(db: Db, id: string): Promise<Operation> {
  const operation = await findOperation(db, id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  return operation;
}

/** Freezes an edit and leaves it there. */
export async function freeze(db: Db, state: 'previewed' | 'running', { set = {}, remove = [], ...rest }: EditMany): Promise<Operation> {
  return known(db, await createOperation(db, { state, ...BY, patch: { set, remove }, ...rest }));
}

/** Freezes an edit and runs it to its end. */
export async function editMany(db: Db, { set = {}, remove = [], ...rest }: EditMany): Promise<Operation> {
  const { id } = await freeze(db, 'running', { set, remove, ...rest });
  await runOperation(db, await known(db, id));
  return known(db, id);
}

/** Takes an edit back; what it refuses is answered as undefined. */
export async function undo(db: Db, id: string): Promise<Operation | undefined> {
  await createUndo(db, { undoes: id, actor: LOCAL_PERSON, action: 'tagEdits.undo' });
  const { undoneBy } = await known(db, id);
  if (undoneBy === null) return undefined;
  await runOperation(db, await known(db, undoneBy));
  return known(db, undoneBy);
}
