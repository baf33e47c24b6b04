import { type Db, connect } from '@/db/client';
import { env } from './env.mjs';

declare global {
  // Next puts modules into several bundles; the process has one pool.
  var gosightDatabase: Db | undefined;
}

/** The process's pool, made on first use, so that a build needs no database. */
export function database(): Db {
  return (globalThis.gosightDatabase ??= connect(env.DATABASE_URL));
}

/** Waits for what runs and closes the pool; the next use makes a new one. */
export async function closeDatabase(): Promise<void> {
  const db = globalThis.gosightDatabase;
  globalThis.gosightDatabase = undefined;
  await db?.destroy();
}
