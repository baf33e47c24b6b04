import type { Command } from '../ui/commands';
import { exactNumber } from '../ui/exact-number';
import type { RowSelecting } from './use-selection';

/** What can be done with the rows that are selected. */
export function selectionCommands({ count, offered, selectMatching, clear }: RowSelecting, editTags: () => void): Command[] {
  const rows = `${exactNumber(count)} selected ${count === 1 ? 'resource' : 'resources'}`;
  const commands: Command[] = [
    { group: 'On this page', name: `Edit tags of ${rows}…`, icon: 'tag', run: editTags },
    { group: 'On this page', name: `Let go of ${rows}`, also: 'clear the selection', icon: 'x', run: clear },
  ];
  if (offered !== undefined) commands.push({ group: 'On this page', name: `Select all ${exactNumber(offered)}`, icon: 'check', run: selectMatching });
  return count === 0 ? [] : commands;
}
