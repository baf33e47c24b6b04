import type { FeedRow } from '@/db/fleet/feed-row';
import type { FleetReader } from '@/db/fleet/fleet-reader';
import { INDEXED_SPACES, type IndexedSpace, RESOURCE_FIELDS } from '@/db/fleet/fleet-columns';
import type { FleetIndex } from './fleet-index';
import { uuidText } from './id-table';
import type { IndexWriter } from './index-writer';

/** How many resources one statement reads. */
const CHUNK = 5_000;

const SPACES = Object.keys(INDEXED_SPACES) as IndexedSpace[]; // the keys of a literal object that nobody extends

/** What the feed says was touched, each id once. */
interface Touched {
  resources: Set<string>;
  keys: Record<IndexedSpace, Set<string>>;
  /** Whose annotations changed: they are not kept, but the time of the last update is. */
  annotated: Set<string>;
  heartbeats: FeedRow[];
}

export function touchedBy(rows: readonly FeedRow[]): Touched {
  const touched: Touched = { resources: new Set(), keys: { tag: new Set(), label: new Set() }, annotated: new Set(), heartbeats: [] };
  for (const row of rows) {
    const ids = () => Array.from({ length: row.ids.length / 16 }, (_, i) => uuidText(row.ids, i * 16));
    if (row.what === 'h') touched.heartbeats.push(row);
    else if (row.what === 't') for (const id of ids()) touched.keys.tag.add(id);
    else if (row.what === 'l') for (const id of ids()) touched.keys.label.add(id);
    else if (row.what === 'a') for (const id of ids()) touched.annotated.add(id);
    // Whether a row is still there is seen when it is read, so that a deletion is read like any change.
    else if (row.what === 'r' || row.what === 'd') for (const id of ids()) touched.resources.add(id);
  }
  return touched;
}

/** Reads again what was touched and puts it into the index; to be called within one snapshot. */
export async function applyChanges(reader: FleetReader, index: FleetIndex, writer: IndexWriter, touched: Touched): Promise<void> {
  const { resources, keys } = touched;
  try {
    for (const ids of chunksOf(resources)) {
      const gone = new Set(ids);
      await reader.readResources(ids, (row) => {
        const { slot, isNew } = writer.put(row);
        const id = index.ids.text(slot);
        gone.delete(id);
        if (isNew) for (const space of SPACES) keys[space].add(id);
      });
      for (const id of gone) removeIfThere(index, writer, id);
    }
    for (const space of SPACES) {
      for (const ids of chunksOf(keys[space])) {
        const slots = ids.map((id) => index.ids.slotOf(id)).filter((slot) => slot >= 0);
        await writer.replaceKeys(space, slots, (onRow) => reader.readKeys(space, ids, onRow));
      }
    }
    const edited = new Set([...touched.annotated, ...keys.tag, ...keys.label].filter((id) => !resources.has(id)));
    for (const ids of chunksOf(edited)) {
      await reader.readUpdated(ids, (row) => writer.putUpdated(row, RESOURCE_FIELDS.id, 1));
    }
  } finally {
    // Also when the connection broke halfway: what was put in must have its place, or no later catch-up would give it one.
    writer.settle();
  }
  for (const row of touched.heartbeats) writer.applyHeartbeats(row);
}

function removeIfThere(index: FleetIndex, writer: IndexWriter, id: string): void {
  const slot = index.ids.slotOf(id);
  if (slot >= 0) writer.remove(slot);
}

function* chunksOf(ids: ReadonlySet<string>): Generator<string[]> {
  const all = [...ids];
  for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK);
}
