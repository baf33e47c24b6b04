import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { HeartbeatBuffer } from '@/server/heartbeat-buffer';
import { type ImportAnswer, importDocument } from '@/server/ingest/import-document';
import { BadUsage, type Command } from './command';
import { importNdjson } from './import-ndjson';
import { type Registry, withRegistry } from './open-registry';

const FORMATS = ['kubernetes', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];

export const importFile: Command = {
  summary: 'take in a file of another system, or of gosight export',
  help: `
Usage: gosight import FORMAT FILE [--dry-run] [--json]

FORMAT is one of
  kubernetes   what kubectl get nodes,pods -A -o json prints
  ndjson       one resource a line, as the HTTP API and gosight export print them. Ids and parents are kept, in whatever order they come; what is
               in the registry already is left as it is

FILE may be - for standard input. --dry-run stores nothing and says what would happen. What cannot be taken is named, stops nobody else, and
makes the exit code 1.

  kubectl get nodes,pods -A -o json | npm run gosight -- import kubernetes -`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
    const [format, file, ...more] = positionals;
    if (!isFormat(format)) throw new BadUsage(`expected a FORMAT, one of: ${FORMATS.join(', ')}`);
    if (file === undefined || more.length > 0) throw new BadUsage('expected one FILE');
    const answer = await withRegistry((registry) => importAs(format, registry, file, values['dry-run']));
    if (values.json) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else tell(answer, values['dry-run']);
    return answer.errors.length === 0 ? 0 : 1;
  },
};

const isFormat = (text: string | undefined): text is Format => FORMATS.some((format) => format === text);

async function importAs(format: Format, { db, url }: Registry, file: string, dryRun: boolean): Promise<ImportAnswer> {
  if (format === 'ndjson') {
    const { created, known, refused } = await importNdjson(url, file, dryRun);
    const skipped = known === 0 ? [] : [{ reason: 'in the registry already', count: known }];
    return { created, updated: 0, unchanged: 0, skipped, errors: refused.map(({ line, message }) => ({ path: `line ${line}`, message })) };
  }
  const body = file === '-' ? await buffer(process.stdin) : await readFile(file);
  const heartbeats = new HeartbeatBuffer(() => db);
  const answer = await importDocument({ db, heartbeats }, format, body, dryRun);
  await heartbeats.flush();
  return answer;
}

function tell({ created, updated, unchanged, skipped, errors }: ImportAnswer, dryRun: boolean): void {
  process.stdout.write(`${created} created, ${updated} updated, ${unchanged} unchanged${dryRun ? ' (dry run: nothing was stored)' : ''}\n`);
  for (const { reason, count } of skipped) process.stdout.write(`${count} skipped: ${reason}\n`);
  for (const { path, message } of errors) process.stderr.write(`${path}: ${message}\n`);
}
