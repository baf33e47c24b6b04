import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyEffect, Operation, OperationPreview } from '@/domain/operation';
import { plain } from './plain-text';
import { progressBar } from './progress-bar';
import { ask, type Registry } from './open-registry';

const LOOK_EVERY_MS = 100;
const REFUSED_SHOWN = 20;

interface Edit {
  q: string;
  set: Record<string, string>;
  remove: string[];
  reason?: string;
}

interface Options {
  isDryRun: boolean;
  json: boolean;
}

/** Says what an edit does to each key, then does it to exactly the resources that were counted. Answers the exit code. */
export async function tagMany(registry: Registry, edit: Edit, { isDryRun, json }: Options): Promise<number> {
  const preview = await ask(() => registry.api.tagEdits.preview(edit));
  if (!json) process.stdout.write(previewText(preview));
  if (isDryRun) {
    if (json) process.stdout.write(`${JSON.stringify(preview)}\n`);
    return 0;
  }
  return follow(registry, await ask(() => registry.api.tagEdits.run({ preview: preview.preview })), json);
}

/** Takes a bulk edit back. Answers the exit code. */
export async function undoTags(registry: Registry, id: string, json: boolean): Promise<number> {
  return follow(registry, await ask(() => registry.api.tagEdits.undo({ id })), json);
}

async function follow(registry: Registry, started: Operation, json: boolean): Promise<number> {
  const bar = progressBar(started.matched);
  let operation = started;
  while (operation.state === 'running') {
    await sleep(LOOK_EVERY_MS);
    operation = await ask(() => registry.api.tagEdits.progress({ id: started.id, limit: 1 }));
    bar.at(operation.processed);
  }
  bar.end();
  const { id, changed, unchanged, refused, skipped, failure } = operation;
  process.stdout.write(json ? `${JSON.stringify(operation)}\n` : `${changed} changed, ${unchanged} unchanged, ${refused} refused, ${skipped} skipped\n`);
  await nameRefused(registry, operation);
  if (failure !== null) process.stderr.write(`${failure}\n`);
  if (!json && operation.undoes === null) process.stderr.write(`gosight tag --undo ${id} takes it back\n`);
  return operation.state === 'done' && refused + skipped === 0 ? 0 : 1;
}

async function nameRefused({ api }: Registry, { id, refused, skipped }: Operation): Promise<void> {
  if (refused + skipped === 0) return;
  const outcome = refused > 0 ? 'refused' : 'skipped';
  const { items } = await ask(() => api.tagEdits.progress({ id, limit: REFUSED_SHOWN, outcome }));
  const why = outcome === 'refused' ? 'it would have too many tags' : 'a tag was changed since';
  for (const { resourceId, name } of items) process.stderr.write(`${outcome}: ${resourceId} ${plain(name ?? '')}: ${why}\n`);
  if (refused + skipped > items.length) process.stderr.write(`and ${refused + skipped - items.length} more\n`);
}

function previewText({ matched, keys }: OperationPreview): string {
  return [`${matched} resources`, ...keys.map(keyText)].map((line) => `${line}\n`).join('');
}

function keyText({ key, value, added, changed, removed, unchanged, refused, oldValues, moreOldValues }: KeyEffect): string {
  const counts = { added, overwritten: changed, removed, unchanged, refused };
  const said = Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`]));
  const olds = [...oldValues.map((old) => `${old.value === '' ? '""' : plain(old.value)} (${old.count})`), ...(moreOldValues === 0 ? [] : [`${moreOldValues} more`])];
  const edit = value === null ? `-${key}` : value === '' ? key : `${key}=${plain(value)}`;
  return `${edit}: ${said.join(', ') || 'nothing'}${olds.length === 0 ? '' : `; was ${olds.join(', ')}`}`;
}
