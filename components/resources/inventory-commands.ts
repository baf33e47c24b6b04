import { columnLabel } from '@/domain/columns';
import { FIELD_NAMES } from '@/domain/fields';
import { DENSITIES, type Density } from '@/domain/density';
import { type Grouping, isGroupBy } from '@/domain/grouping';
import type { Step } from '../search-box/step';
import type { Command } from '../ui/commands';
import type { InventoryAddress } from './inventory-address';

interface ShownList {
  q: string;
  grouping: Grouping;
  density: Density;
  go: (change: Partial<InventoryAddress>, step: Step) => void;
  setDensity: (density: Density) => void;
  readAllAgain: () => void;
}

const GROUPED_BY = FIELD_NAMES.filter(isGroupBy);

/** What can be done with the list, beside what its buttons offer themselves. */
export function inventoryCommands({ q, grouping, density, go, setDensity, readAllAgain }: ShownList): Command[] {
  const here = (name: string, icon: Command['icon'], run: () => void, more: Partial<Command> = {}): Command => ({ group: 'On this page', name, icon, run, ...more });
  const copy = (text: string) => void navigator.clipboard.writeText(text);
  return [
    here('Search', 'search', () => document.querySelector<HTMLInputElement>('.search input')?.select(), { keyName: 'search' }),
    ...(q === '' ? [] : [here('Clear the query', 'x', () => go({ q: '' }, 'push')), here('Copy the query', 'copy', () => copy(q), { note: q, also: 'selector' })]),
    here('Copy a link to this list', 'copy', () => copy(window.location.href), { also: 'share address url' }),
    here('Read the list again', 'refresh', readAllAgain, { also: 'refresh reload' }),
    ...(grouping.length === 0 ? [] : [here('Do not group rows', 'group', () => go({ group: '' }, 'push'))]),
    ...GROUPED_BY.filter((field) => grouping[0] !== field).map((field) => here(`Group rows by ${columnLabel(field).toLowerCase()}`, 'group', () => go({ group: field }, 'push'))),
    ...DENSITIES.filter((each) => each !== density).map((each): Command => ({ group: 'Appearance', name: `Rows: ${each}`, also: 'density height', icon: 'rows', run: () => setDensity(each) })),
  ];
}
