import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { ResourcePosition } from '@/db/resources/list-resources';
import { FIELDS } from '@/domain/fields';
import type { Sort, SortKey } from '@/domain/sort';
import { isUuid } from '@/domain/uuid-v7';
import { AppError } from '../errors';

/** A place in the answer to one query under one sort, and the moment that query's ages are taken at. */
export interface Cursor {
  side: 'after' | 'before';
  position: ResourcePosition;
  now: Date;
}

/** What a cursor belongs to. */
export interface CursorOwner {
  /** The query as it was asked, and whatever else chose the rows. */
  query: string;
  sort: Sort;
}

const CursorShape = z.tuple([z.string(), z.enum(['after', 'before']), z.int().check(z.nonnegative()), z.uuid(), z.array(z.nullable(z.string()))]);

export function writeCursor({ side, position, now }: Cursor, owner: CursorOwner): string {
  const parts: z.infer<typeof CursorShape> = [fingerprint(owner), side, now.getTime(), position.id, position.values];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws bad_request when it is no cursor, or one of another query or sort. */
export function readCursor(text: string, owner: CursorOwner): Cursor {
  const read = CursorShape.safeParse(parseBase64Json(text));
  if (!read.success) throw refused('this is no cursor of this registry');
  const [mark, side, now, id, values] = read.data;
  if (mark !== fingerprint(owner)) throw refused('this cursor belongs to another query or sort; start from the first page');
  const fits = values.length === owner.sort.length && owner.sort.every((key, place) => isValueOf(key, values[place] ?? null));
  if (!fits || now > MAX_TIME) throw refused('this is no cursor of this registry');
  return { side, now: new Date(now), position: { id, values } };
}

const MAX_TIME = 8.64e15;

function parseBase64Json(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Cursors are not signed: what could not have come from the database is refused before it gets there. */
function isValueOf({ by }: SortKey, value: string | null): boolean {
  const { type, nullable } = by.type === 'field' ? FIELDS[by.field] : { type: 'text', nullable: true };
  if (value === null) return nullable;
  if (type === 'time') return RFC3339.test(value) && !Number.isNaN(Date.parse(value));
  if (type === 'uuid') return isUuid(value);
  return !/\u0000|\p{Surrogate}/u.test(value);
}

const fingerprint = ({ query, sort }: CursorOwner): string =>
  createHash('sha256').update(JSON.stringify([query, sort])).digest('base64url').slice(0, 12);

const refused = (message: string): AppError => new AppError('bad_request', message, { errors: [{ path: 'cursor', message }] });
