import type { Db } from '@/db/client';
import { type Actor, LOCAL_PERSON } from '@/domain/actor';
import { database } from './database';
import { fleetAnswers } from './fleet/fleet';
import type { FleetAnswers } from './fleet/fleet-answers';

/** Who asks, and what answers. */
export interface Context {
  db: Db;
  actor: Actor;
  /** Absent where no index runs, as on the command line: SQL answers. */
  fleet?: FleetAnswers;
}

/** Until people can sign in, whoever reaches the server is the one local person. */
export function createContext(): Context {
  const db = database();
  return { db, actor: LOCAL_PERSON, fleet: fleetAnswers(db) };
}
