import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Db } from '@/db/client';
import type { ResourceRow } from '@/domain/resource';
import { BadUsage, type Command } from './command';
import { listPages } from './list-pages';
import { withRegistry } from './open-registry';

export const exportResources: Command = {
  summary: 'print the resources that a selector picks, for import elsewhere',
  help: `
Usage: gosight export [-q SELECTOR] [--format ndjson]

Prints every match as one resource a line, which gosight import ndjson reads. Without -q that is the whole fleet.

  npm run --silent gosight -- export -q 'tag:env=prod' > prod.ndjson`,
  async run(args) {
    const { values } = parseArgs({ args, options: { query: { type: 'string', short: 'q', default: '' }, format: { type: 'string', default: 'ndjson' } } });
    if (values.format !== 'ndjson') throw new BadUsage(`--format is ${JSON.stringify(values.format)}; expected ndjson`);
    return withRegistry(async (registry) => {
      for await (const rows of listPages(registry, { q: values.query, sort: 'id' })) {
        const annotations = await annotationsOf(registry.db, rows);
        const lines = rows.map((row) => `${JSON.stringify({ ...row, annotations: annotations.get(row.id) ?? {} })}\n`).join('');
        if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
      }
      return 0;
    });
  },
};

async function annotationsOf(db: Db, rows: ResourceRow[]): Promise<Map<string, Record<string, string>>> {
  const ids = rows.map((row) => row.id);
  const { rows: found } = await sql<{ id: string; annotations: Record<string, string> }>`
    SELECT resource_id AS id, jsonb_object_agg(key, value) AS annotations FROM resource_annotations
    WHERE resource_id = ANY(${ids}::uuid[]) GROUP BY resource_id`.execute(db);
  return new Map(found.map(({ id, annotations }) => [id, annotations]));
}
