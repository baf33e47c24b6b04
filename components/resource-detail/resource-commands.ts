import type { ResourceDetail } from '@/domain/resource';
import type { Command } from '../ui/commands';

/** What can be done on the page of a resource. */
export function resourceCommands({ id, name, ancestors }: ResourceDetail, editTags: () => void, open: (href: string) => void): Command[] {
  const here = (does: string, icon: Command['icon'], run: () => void, more: Partial<Command> = {}): Command => ({ group: 'On this page', name: does, icon, run, ...more });
  const copy = (text: string) => void navigator.clipboard.writeText(text);
  const parent = ancestors.at(-1);
  return [
    here('Edit the tags', 'tag', editTags, { keyName: 'editTagsHere' }),
    ...(parent === undefined ? [] : [here('Go to what it runs on', 'arrow-up', () => open(`/resources/${parent.id}`), { note: parent.name, also: 'parent', keyName: 'parent' })]),
    here('Show everything below it in the inventory', 'rows', () => open(`/resources?q=under:${id}`), { also: 'children descendants' }),
    here('Copy its name', 'copy', () => copy(name)),
    here('Copy its id', 'copy', () => copy(id), { note: id }),
    here('Copy a link to it', 'copy', () => copy(window.location.href), { also: 'share address url' }),
  ];
}
