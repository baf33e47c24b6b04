import { expect, test } from 'vitest';
import { clusterSettings } from './cluster-settings.mjs';

const GIB = 2 ** 30;

test.each([
  [0.25, '128MB'],
  [4, '1024MB'],
  [64, '4096MB'],
])('%d GiB of memory: shared_buffers is a quarter of it, from 128 MB to 4 GB', (gib, shared) => {
  expect(clusterSettings({ throwaway: false, memoryBytes: gib * GIB })).toMatchObject({ shared_buffers: shared, max_wal_size: '2GB', checkpoint_timeout: '15min', random_page_cost: '1.1', max_locks_per_transaction: '512' });
});

test('only a throwaway cluster gives up what survives a crash of the machine', () => {
  expect(clusterSettings({ throwaway: true })).toEqual({ fsync: 'off', full_page_writes: 'off' });
  expect(clusterSettings({ throwaway: false })).not.toHaveProperty('fsync');
});
