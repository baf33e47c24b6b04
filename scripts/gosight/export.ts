import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type ColumnName, readColumns } from '@/domain/columns';
import { EXPORT_FORMATS, type ExportFormat, exportWriter } from '@/domain/export-formats';
import { exportPages } from '@/server/export/export-pages';
import { BadUsage, type Command } from './command';
import { ask, withRegistry } from './open-registry';

export const exportResources: Command = {
  summary: 'print the resources that a selector picks, for import elsewhere',
  help: `
Usage: gosight export [-q SELECTOR] [--format ndjson|csv|json] [--columns NAMES] [--sort KEYS]

Prints every match. Without -q that is the whole fleet; without --columns each resource whole: as NDJSON one a line, which
gosight import ndjson reads.

  npm run --silent gosight -- export -q 'tag:env=prod' > prod.ndjson
  npm run --silent gosight -- export --format csv --columns name,status,tag:team > fleet.csv`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        query: { type: 'string', short: 'q', default: '' },
        format: { type: 'string', default: 'ndjson' },
        columns: { type: 'string' },
        sort: { type: 'string', default: 'id' },
      },
    });
    const writer = exportWriter(formatNamed(values.format), values.columns === undefined ? undefined : columnsIn(values.columns));
    return withRegistry(async (registry) => {
      await print(writer.head);
      const pages = exportPages(registry, { q: values.query, sort: values.sort });
      for (let isFirst = true; ; ) {
        const page = await ask(() => pages.next());
        if (page.done) break;
        await print(page.value.map((resource, place) => writer.row(resource, isFirst && place === 0)).join(''));
        isFirst &&= page.value.length === 0;
      }
      await print(writer.foot);
      return 0;
    });
  },
};

async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

function formatNamed(name: string): ExportFormat {
  const format = EXPORT_FORMATS.find((each) => each === name);
  if (format === undefined) throw new BadUsage(`--format is ${JSON.stringify(name)}; expected one of ${EXPORT_FORMATS.join(', ')}`);
  return format;
}

function columnsIn(text: string): readonly ColumnName[] {
  const read = readColumns(text);
  if ('problem' in read) throw new BadUsage(`--columns: ${read.problem}`);
  return read.columns;
}
