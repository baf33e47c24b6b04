import { expect, test } from 'vitest';
import type { LiveRow } from '@/domain/live-row';
import { RowFollower } from './row-follower';

const rowOf = (id: string, revision: number): LiveRow => ({ id, revision, status: 'Online', lastSeen: '2026-01-01T00:00:00.000Z', tags: {}, retiredAt: null });

function send(follower: RowFollower, ...rows: LiveRow[]) {
  for (const { id } of rows) follower.unread.add(id);
  follower.take(new Set(rows.map(({ id }) => id)), new Map(rows.map((row) => [row.id, row])));
}

test('a slow page is sent the latest values of each row once', async () => {
  const follower = new RowFollower(['a', 'b']);
  const events = follower.events();
  send(follower, rowOf('a', 1), rowOf('b', 1));
  send(follower, rowOf('a', 2));
  send(follower, rowOf('a', 3));
  expect((await events.next()).value).toEqual({ rows: [rowOf('a', 3), rowOf('b', 1)] });
  const next = events.next();
  send(follower, rowOf('b', 2));
  expect((await next).value).toEqual({ rows: [rowOf('b', 2)] });
});

test('what nobody has read yet stays to be read', () => {
  const follower = new RowFollower(['a', 'b']);
  follower.take(new Set(['a']), new Map());
  expect([...follower.unread]).toEqual(['b']);
});

test('it ends while it waits', async () => {
  const follower = new RowFollower(['a']);
  const next = follower.events().next();
  follower.end();
  expect((await next).done).toBe(true);
});

test('what became of the list is said when it is something else than before', async () => {
  const follower = new RowFollower(['a'], async () => null);
  const events = follower.events();
  const news = { added: 1, gone: 0, changed: 1, changedIds: ['b'] };
  follower.takeNews(news);
  expect((await events.next()).value).toEqual({ rows: [], news });
  follower.takeNews({ ...news });
  follower.takeNews(undefined);
  send(follower, rowOf('a', 1));
  expect((await events.next()).value).toEqual({ rows: [rowOf('a', 1)] });
  follower.takeNews(null);
  expect((await events.next()).value).toEqual({ rows: [], news: null });
});
