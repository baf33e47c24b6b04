import { expect, test } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { printSelector } from '@/domain/selector/print-selector';
import { groupLines, stretchAt } from './group-lines';
import { rowGroups } from './row-groups';

const groupsOf = (q: string, by: 'kind' | 'tag:team', counts: Record<string, number>, missing = 0, within?: string) =>
  rowGroups(parseSelector(q), by, { field: by, values: Object.entries(counts).map(([value, count]) => ({ value, count })), more: 0, missing }, within);

test('a group is picked by its value as one more term; who has no value is a group too', () => {
  expect(groupsOf('kind:(host, app) web', 'tag:team', { Core: 3, '': 1 }, 2).map(({ id, value, count, selector }) => ({ id, value, count, q: printSelector(selector) }))).toEqual([
    { id: 'tag:team=core\n', value: 'Core', count: 3, q: 'kind:(host, app) web tag:team=Core' },
    { id: 'tag:team=\n', value: '', count: 1, q: 'kind:(host, app) web tag:team=""' },
    { id: 'tag:team\n', value: null, count: 2, q: 'kind:(host, app) web -tag:team' },
  ]);
});

test('open groups hold their rows, or the groups within them, or the place of what is on its way', () => {
  const [host, app, otel] = groupsOf('', 'kind', { host: 3, app: 2, otel: 1 });
  const teams = groupsOf('kind:host', 'tag:team', { core: 2 }, 1, host!.id);
  const open = new Set([host!.id, otel!.id, teams[0]!.id]);
  const stretches = groupLines({
    groups: [host!, app!, otel!],
    isOpen: ({ id }) => open.has(id),
    inside: (group) => (group === host ? teams : group === otel ? 'waiting' : 'rows'),
  });
  expect(stretches.map(({ group, holds, level, start, end }) => [group.id, holds, level, start, end])).toEqual([
    ['kind=host\n', 'heading', 0, 0, 1],
    ['kind=host\ntag:team=core\n', 'heading', 1, 1, 2],
    ['kind=host\ntag:team=core\n', 'rows', 1, 2, 4],
    ['kind=host\ntag:team\n', 'heading', 1, 4, 5],
    ['kind=app\n', 'heading', 0, 5, 6],
    ['kind=otel\n', 'heading', 0, 6, 7],
    ['kind=otel\n', 'waiting', 0, 7, 8],
  ]);
  for (let line = 0; line < 8; line++) {
    const at = stretchAt(stretches, line)!;
    expect(at.start <= line && line < at.end, `line ${line}`).toBe(true);
  }
  expect([stretchAt(stretches, -1), stretchAt(stretches, 8), stretchAt([], 0)]).toEqual([undefined, undefined, undefined]);
});

test('an open group whose rows are gone has no line of rows', () => {
  const [host, app] = groupsOf('', 'kind', { host: 0, app: 1 });
  const stretches = groupLines({ groups: [host!, app!], isOpen: () => true, inside: () => 'rows' });
  expect([0, 1, 2].map((line) => [stretchAt(stretches, line)?.group.value, stretchAt(stretches, line)?.holds])).toEqual([
    ['host', 'heading'],
    ['app', 'heading'],
    ['app', 'rows'],
  ]);
});
