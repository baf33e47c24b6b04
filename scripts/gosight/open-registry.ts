import { type Db, connect } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { LOCAL_PERSON } from '@/domain/actor';
import { type Caller, caller } from '@/server/caller';
import { readEnv } from '@/server/env.mjs';
import { openDatabase } from '../open-database.mjs';
import { BadUsage } from './command';

export interface Registry {
  url: string;
  db: Db;
  /** The same procedures as over HTTP. */
  api: Caller;
}

/** The registry of DATABASE_URL, else the embedded one, migrated; closed when the work is done. */
export async function withRegistry<Result>(work: (registry: Registry) => Promise<Result>): Promise<Result> {
  const url = await openDatabase(readEnv(process.env));
  const db = connect(url, { maxConnections: 2, applicationName: 'gosight-command' });
  try {
    await migrateToLatest(db);
    return await work({ url, db, api: caller({ db, actor: LOCAL_PERSON }) });
  } finally {
    await db.destroy();
  }
}

/** Runs a procedure whose input was typed by a person: what it refuses was typed wrongly. */
export async function ask<Answer>(procedure: () => Promise<Answer>): Promise<Answer> {
  try {
    return await procedure();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'BAD_REQUEST') throw new BadUsage(error.message);
    throw error;
  }
}
