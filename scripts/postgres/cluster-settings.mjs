// @ts-check
import { totalmem } from 'node:os';

const MEBIBYTE = 2 ** 20;
/** Enough for a million resources with their labels, tags and indexes. */
const MOST_SHARED_BUFFERS_MB = 4_096;

// Survives the death of any process, not that of the machine.
const THROWAWAY = { fsync: 'off', full_page_writes: 'off' };

/**
 * What differs from PostgreSQL's own defaults, which suit a spinning disk and hardly any memory. Fewer checkpoints: each page that is written
 * for the first time after one goes to the WAL whole, and heartbeats touch all of them. And room for a lock on each key of the resources that
 * several senders register at once (some 20 MB).
 * @param {{ throwaway: boolean, memoryBytes?: number }} cluster
 * @returns {Record<string, string>}
 */
export function clusterSettings({ throwaway, memoryBytes = usableMemory() }) {
  if (throwaway) return THROWAWAY;
  const quarterMB = Math.floor(memoryBytes / MEBIBYTE / 4);
  return {
    shared_buffers: `${Math.max(128, Math.min(quarterMB, MOST_SHARED_BUFFERS_MB))}MB`,
    effective_cache_size: `${Math.max(256, quarterMB * 2)}MB`,
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    max_locks_per_transaction: '512',
  };
}

/** Of the machine, or what a container is given of it. */
function usableMemory() {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}
