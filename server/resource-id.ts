import * as z from 'zod/mini';
import { isUuid } from '@/domain/uuid-v7';
import { AppError } from './errors';

/** An id as it comes in; a UUID in capitals is the same id. */
export const ResourceId = z.pipe(
  z.string().check(z.refine(isUuid, 'an id is a UUID')),
  z.transform((id: string) => id.toLowerCase()),
);

export function refuseUnknownResource(): never {
  throw new AppError('not_found', 'There is no resource with this id.');
}
