import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { readEnv } from '@/server/env.mjs';
import { openDatabase } from '../open-database.mjs';
import type { Command } from './command';

export const migrate: Command = {
  summary: 'bring the database up to date',
  help: `
Usage: gosight migrate

Applies the migrations that the database does not have yet. npm start, npm run dev and npm run demo do the same.
The database is that of DATABASE_URL, else the embedded one.`,
  async run(args) {
    parseArgs({ args, options: {} });
    const db = connect(await openDatabase(readEnv(process.env)), { maxConnections: 1, applicationName: 'gosight-migrate' });
    try {
      const applied = await migrateToLatest(db);
      process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`);
      return 0;
    } finally {
      await db.destroy();
    }
  },
};
