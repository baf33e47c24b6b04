import { type Kysely, type Migration, Migrator } from 'kysely';
import * as resources from './migrations/0001-resources';
import * as records from './migrations/0002-records';
import * as resourceSummary from './migrations/0003-resource-summary';
import * as operations from './migrations/0004-operations';
import * as completion from './migrations/0005-completion';
import * as savedViews from './migrations/0006-saved-views';

/** Imported by name, since a bundled server has no folder to read them from. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-resources': resources,
  '0002-records': records,
  '0003-resource-summary': resourceSummary,
  '0004-operations': operations,
  '0005-completion': completion,
  '0006-saved-views': savedViews,
};

/** Applies what is missing, one process at a time. Throws with the name of the migration that failed. Answers the names it applied. */
export async function migrateToLatest<Schema>(db: Kysely<Schema>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((result) => result.status === 'Error');
    throw new Error(`migration ${failed?.migrationName ?? ''} failed`, { cause: error });
  }
  return results.map((result) => result.migrationName);
}

/** Whether every migration has been applied. */
export async function isMigrated<Schema>(db: Kysely<Schema>): Promise<boolean> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const all = await migrator.getMigrations();
  return all.every((migration) => migration.executedAt !== undefined);
}
