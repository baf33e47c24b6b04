import type { Db } from '@/db/client';
import { type Actor, LOCAL_PERSON } from '@/domain/actor';
import { database } from './database';

/** Who asks, and what answers. */
export interface Context {
  db: Db;
  actor: Actor;
}

/** Until people can sign in, whoever reaches the server is the one local person. */
export const createContext = (): Context => ({ db: database(), actor: LOCAL_PERSON });
