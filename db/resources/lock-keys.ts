import { sql } from 'kysely';
import type { WriteTx } from '../write-tx';
import type { ReportNode } from './report-nodes';

const LOCK_CLASS = 0x1d_ea;
/** Few enough that a batch of any size fits PostgreSQL's lock table. */
const BUCKETS = 512;

/**
 * Two batches that speak of one resource for the first time take turns, so that the second finds what the first made.
 * In sorted order, so that they cannot wait for each other.
 */
export async function lockKeys(tx: WriteTx, nodes: ReportNode[]): Promise<void> {
  const buckets = new Set(nodes.flatMap((node) => [...node.keys.map((key) => bucketOf(`${node.kind} ${key.key}`)), ...(node.id === undefined ? [] : [bucketOf(node.id)])]));
  const sorted = [...buckets].sort((a, b) => a - b);
  await sql`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::integer, bucket) FROM unnest(${sorted}::integer[]) bucket`.execute(tx);
}

/** FNV-1a. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}
