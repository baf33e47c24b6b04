import { isUuid } from '@/domain/uuid-v7';
import { BadUsage, type Command } from './command';
import { ask, withRegistry } from './open-registry';
import { tagMany, undoTags } from './tag-many';

export const tag: Command = {
  summary: 'edit the tags of one resource, or of all that a selector picks',
  help: `
Usage: gosight tag ID EDIT... [--json]
       gosight tag -q SELECTOR EDIT... [--dry-run] [--reason=TEXT] [--json]
       gosight tag --undo OPERATION [--json]

Each EDIT is KEY=VALUE or KEY, which sets a tag, or -KEY, which removes it. For one resource its tags are printed afterwards. With -q it is
said what the edit does to each key; then it is done to exactly the resources that were counted, and the exit code is 1 when one is refused.

  gosight tag 0192e4a1-7c3b-7def-8a12-3b4c5d6e7f80 team=core critical -ticket
  gosight tag -q 'kind:host -tag:team' team=core --dry-run`,
  async run(args) {
    const json = args.includes('--json');
    const [first, ...edits] = args.filter((arg) => arg !== '--json');
    if (first === '-q' || first === '--query') return editMany(edits, json);
    if (first === '--undo') return undo(edits, json);
    return editOne(first, edits, json);
  },
};

async function editOne(id: string | undefined, edits: string[], json: boolean): Promise<number> {
  if (id === undefined || !isUuid(id)) throw new BadUsage('expected the ID of a resource: gosight list shows them');
  const patch = readEdits(edits);
  return withRegistry(async ({ api }) => {
    const { tags } = await ask(() => api.tags.edit({ id, ...patch }));
    process.stdout.write(json ? `${JSON.stringify(tags)}\n` : Object.entries(tags).map(([key, value]) => `${value === '' ? key : `${key}=${value}`}\n`).join(''));
    return 0;
  });
}

async function editMany([q, ...rest]: string[], json: boolean): Promise<number> {
  if (q === undefined) throw new BadUsage("expected a selector after -q: '' is everything");
  const reason = rest.find((arg) => arg.startsWith('--reason='))?.slice('--reason='.length);
  const edits = rest.filter((arg) => arg !== '--dry-run' && !arg.startsWith('--reason='));
  const edit = { q, ...readEdits(edits), ...(reason === undefined ? {} : { reason }) };
  return withRegistry((registry) => tagMany(registry, edit, { isDryRun: rest.includes('--dry-run'), json }));
}

async function undo([id, ...rest]: string[], json: boolean): Promise<number> {
  if (id === undefined || rest.length > 0 || !isUuid(id)) throw new BadUsage('expected the ID of one bulk edit after --undo');
  return withRegistry((registry) => undoTags(registry, id, json));
}

function readEdits(edits: string[]): { set: Record<string, string>; remove: string[] } {
  if (edits.length === 0) throw new BadUsage('expected at least one KEY=VALUE, KEY or -KEY');
  const set: [string, string][] = [];
  const remove: string[] = [];
  for (const edit of edits) {
    if (edit.startsWith('--')) throw new BadUsage(`Unknown option '${edit}'`);
    const at = edit.indexOf('=');
    if (edit.startsWith('-')) remove.push(edit.slice(1));
    else set.push(at === -1 ? [edit, ''] : [edit.slice(0, at), edit.slice(at + 1)]);
  }
  const keys = set.map(([key]) => key);
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) throw new BadUsage(`the key ${twice} is set twice`);
  return { set: Object.fromEntries(set), remove };
}
