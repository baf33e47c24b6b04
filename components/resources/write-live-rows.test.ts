import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { LiveRow } from '@/domain/live-row';
import { writeLiveRows } from './write-live-rows';

const KEY = ['resources'];
const kept = (id: string, more: object = {}) => ({ id, name: id, status: 'Online', lastSeen: '2026-01-01T00:00:00.000Z', tags: { env: 'dev' }, revision: 2, retiredAt: null, ...more });
const live = (id: string, more: Partial<LiveRow> = {}): LiveRow => ({ id, status: 'Online', lastSeen: '2026-01-01T00:00:00.000Z', tags: { env: 'dev' }, revision: 2, retiredAt: null, ...more });

function cacheOf(items: object[]) {
  const queryClient = new QueryClient();
  queryClient.setQueryData([...KEY, 'window'], { items, total: { value: 9 } });
  return { queryClient, queryKey: KEY, answer: () => queryClient.getQueryData<{ items: object[]; total: object }>([...KEY, 'window']) };
}

test('values are written where the row stands, and rows that are the same stay the same object', () => {
  const cache = cacheOf([kept('b'), kept('a')]);
  const before = cache.answer()?.items;
  writeLiveRows(cache, [live('a', { status: 'Idle', lastSeen: '2026-01-02T00:00:00.000Z', tags: { env: 'prod' }, revision: 3 }), live('b'), live('c')]);
  expect(cache.answer()).toEqual({
    items: [kept('b'), kept('a', { status: 'Idle', lastSeen: '2026-01-02T00:00:00.000Z', tags: { env: 'prod' }, revision: 3 })],
    total: { value: 9 },
  });
  expect(cache.answer()?.items[0]).toBe(before?.[0]);
});

test('tags that a source set come with the revision that was seen; tags from before an edit do not come back', () => {
  const cache = cacheOf([kept('a')]);
  writeLiveRows(cache, [live('a', { tags: { env: 'dev', zone: '1' } })]);
  expect(cache.answer()?.items).toEqual([kept('a', { tags: { env: 'dev', zone: '1' } })]);
  writeLiveRows(cache, [live('a', { status: 'Offline', tags: {}, revision: 1 })]);
  expect(cache.answer()?.items).toEqual([kept('a', { status: 'Offline', tags: { env: 'dev', zone: '1' } })]);
});
