import type { CopyRow } from './copy-row';
import { timeAt } from './copy-row';

/** `r` resource, `d` deleted, `t` tags, `l` labels, `a` annotations, `h` heartbeats. */
export type FeedWhat = 'r' | 'd' | 't' | 'l' | 'a' | 'h';

/** One row of the feed. Ids are 16 bytes each, end to end. */
export interface FeedRow {
  seq: bigint;
  xid: bigint;
  what: FeedWhat;
  ids: Uint8Array;
  /** For heartbeats, when each was seen: milliseconds since the epoch. */
  seen: Float64Array;
}

export interface FeedWatermark {
  /** Read on from here: below it everything has ended. */
  cursor: bigint;
  /** Rows below are gone. */
  prunedBelow: bigint;
  /** Names the cluster and the database in it. */
  database: string;
}

export const FEED_COLUMNS = 'seq, xid, what, ids, seen, NULL::xid8, NULL::text';

/** One row of the same shape whose seq is null. */
export const WATERMARK_COLUMNS = `NULL::bigint, pg_snapshot_xmin(pg_current_snapshot()), NULL::"char", NULL::uuid[], NULL::timestamptz[],
  (SELECT pruned_below FROM feed_pruning),
  (SELECT system_identifier::text FROM pg_control_system()) || '/' || (SELECT oid::text FROM pg_database WHERE datname = current_database())`;

const KNOWN: readonly string[] = ['r', 'd', 't', 'l', 'a', 'h'] satisfies FeedWhat[];
const isWhat = (text: string): text is FeedWhat => KNOWN.includes(text);

export const isWatermark = (row: CopyRow): boolean => row.isNull(0);

export const watermarkOf = (row: CopyRow): FeedWatermark => ({
  cursor: row.bigint(1),
  prunedBelow: row.isNull(5) ? 0n : row.bigint(5),
  database: row.text(6),
});

export function feedRowOf(row: CopyRow): FeedRow {
  const what = row.text(2);
  if (!isWhat(what)) throw new Error(`the feed has a row of an unknown kind: ${what}`);
  const places = row.elements(3);
  const ids = new Uint8Array(places.length * 16);
  places.forEach((place, i) => ids.set(row.bytes.subarray(place, place + 16), i * 16));
  const seen = row.isNull(4) ? [] : row.elements(4).map((place) => timeAt(row.bytes, place));
  return { seq: row.bigint(0), xid: row.bigint(1), what, ids, seen: Float64Array.from(seen) };
}
