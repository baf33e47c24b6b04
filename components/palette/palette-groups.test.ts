import { expect, it } from 'vitest';
import type { Command } from '../ui/commands';
import { commandGroups } from './palette-groups';

const command = (group: Command['group'], name: string, also?: string): Command => ({ group, name, icon: 'search', run: () => undefined, ...(also === undefined ? {} : { also }) });
const COMMANDS = [command('Appearance', 'Dark theme', 'night'), command('Go to', 'Activity'), command('On this page', 'Compact rows'), command('On this page', 'Act on the selection')];
const shown = (typed: string) => commandGroups(COMMANDS, typed).map(({ name, options }) => [name, ...options.map((option) => (option.type === 'command' ? option.command.name : ''))]);

it('lists everything by groups while nothing is typed', () => {
  expect(shown('')).toEqual([['On this page', 'Compact rows', 'Act on the selection'], ['Go to', 'Activity'], ['Appearance', 'Dark theme']]);
});

it('lists what answers, the best first, by other words too', () => {
  expect(shown('act')).toEqual([['On this page', 'Act on the selection', 'Compact rows'], ['Go to', 'Activity']]);
  expect(shown('night')).toEqual([['Appearance', 'Dark theme']]);
  expect(shown('nothing like it')).toEqual([]);
});
