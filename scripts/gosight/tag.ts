import { isUuid } from '@/domain/uuid-v7';
import { BadUsage, type Command } from './command';
import { ask, withRegistry } from './open-registry';

export const tag: Command = {
  summary: 'edit the tags of one resource',
  help: `
Usage: gosight tag ID EDIT... [--json]

Each EDIT is KEY=VALUE or KEY, which sets a tag, or -KEY, which removes it. Prints the tags afterwards.

  gosight tag 0192e4a1-7c3b-7def-8a12-3b4c5d6e7f80 team=core critical -ticket`,
  async run(args) {
    const json = args.includes('--json');
    const [id, ...edits] = args.filter((arg) => arg !== '--json');
    if (id === undefined || !isUuid(id)) throw new BadUsage('expected the ID of a resource: gosight list shows them');
    if (edits.length === 0) throw new BadUsage('expected at least one KEY=VALUE, KEY or -KEY');
    const patch = readEdits(edits);
    return withRegistry(async ({ api }) => {
      const { tags } = await ask(() => api.tags.edit({ id, ...patch }));
      process.stdout.write(json ? `${JSON.stringify(tags)}\n` : Object.entries(tags).map(([key, value]) => `${value === '' ? key : `${key}=${value}`}\n`).join(''));
      return 0;
    });
  },
};

function readEdits(edits: string[]): { set: Record<string, string>; remove: string[] } {
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
