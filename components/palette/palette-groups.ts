import type { ResourceRow } from '@/domain/resource';
import { type Command, COMMAND_GROUPS } from '../ui/commands';
import { matchText } from './match-text';

export type PaletteOption = { type: 'command'; id: string; command: Command } | { type: 'resource'; id: string; resource: ResourceRow } | { type: 'all'; id: string; name: string };

export interface PaletteGroup {
  name: string;
  options: readonly PaletteOption[];
  /** How many there are, where these are not all. */
  of?: number;
}

/** Commands by their groups: all of them, or the best answers to what is typed first. */
export function commandGroups(commands: readonly Command[], typed: string): PaletteGroup[] {
  const found = commands
    .map((command) => ({ command, score: matchText(`${command.name} ${command.also ?? ''}`, typed) }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  return COMMAND_GROUPS.map((name) => ({
    name,
    options: found.filter(({ command }) => command.group === name).map(({ command }): PaletteOption => ({ type: 'command', id: [name, command.name, command.also].join(' '), command })),
  })).filter(({ options }) => options.length > 0);
}
