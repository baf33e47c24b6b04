import { parseArgs } from 'node:util';
import type { ResourceRow } from '@/domain/resource';
import { BadUsage, type Command } from './command';
import { listPages } from './list-pages';
import { ask, withRegistry } from './open-registry';
import { plain } from './plain-text';

const options = {
  query: { type: 'string', short: 'q', default: '' },
  sort: { type: 'string' },
  limit: { type: 'string', short: 'n', default: '100' },
  json: { type: 'boolean', default: false },
} as const;

export const list: Command = {
  summary: 'list the resources that a selector picks',
  help: `
Usage: gosight list [-q SELECTOR] [--sort FIELDS] [-n LIMIT] [--json]

Prints a table, or with --json one resource a line. Without -q it lists all of them; -n says how many at most (100).

  gosight list -q 'kind:host status:Offline' --sort -last_seen
  gosight list -q 'tag:env=prod !tag:team' --json`,
  async run(args) {
    const { values } = parseArgs({ args, options });
    const { query: q, sort, json } = values;
    const limit = /^[1-9]\d{0,8}$/.test(values.limit) ? Number(values.limit) : undefined;
    if (limit === undefined) throw new BadUsage(`-n is ${JSON.stringify(values.limit)}; expected a whole number from 1 on`);
    return withRegistry(async (registry) => {
      const { value: total } = await ask(() => registry.api.resources.count({ q }));
      let shown = 0;
      for await (const rows of listPages(registry, { q, limit, ...(sort === undefined ? {} : { sort }) })) {
        process.stdout.write(json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : table(rows, shown === 0));
        shown += rows.length;
      }
      process.stderr.write(`${shown} of ${total}\n`);
      return 0;
    });
  },
};

const COLUMNS: [string, (row: ResourceRow) => string][] = [
  ['ID', (row) => row.id],
  ['KIND', (row) => row.kind],
  ['STATUS', (row) => row.status],
  ['LAST SEEN', (row) => row.lastSeen.slice(0, 19) + 'Z'],
  ['GROUP', (row) => row.group ?? '-'],
  ['NAME', (row) => row.name],
  ['PARENT', (row) => row.parentName ?? '-'],
  ['TAGS', (row) => Object.entries(row.tags).map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join(' ') || '-'],
];

function table(rows: ResourceRow[], withHead: boolean): string {
  if (rows.length === 0) return '';
  const cells = [...(withHead ? [COLUMNS.map(([head]) => head)] : []), ...rows.map((row) => COLUMNS.map(([, cell]) => plain(cell(row))))];
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells.map((line) => `${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd()}\n`).join('');
}
