import type { FeedRow, FeedWhat } from '@/db/fleet/feed-row';
import type { FleetReader } from '@/db/fleet/fleet-reader';
import { INDEXED_SPACES, type IndexedSpace } from '@/db/fleet/fleet-columns';
import { emptyBits, setBit, slotsOf } from './bits';
import type { FleetIndex } from './fleet-index';
import { uuidText } from './id-table';
import type { IndexWriter } from './index-writer';

/** How many resources one statement reads: its answer may come in one turn of the event loop. */
const CHUNK = 1_000;

const SPACES = Object.keys(INDEXED_SPACES) as IndexedSpace[]; // the keys of a literal object that nobody extends
/** All but heartbeats. */
const CHANGES = ['r', 'd', 't', 'l', 'a'] as const satisfies FeedWhat[];
const WHAT_OF_SPACE = { tag: 't', label: 'l' } as const satisfies Record<IndexedSpace, FeedWhat>;

/** The resources that came, changed or went, each once. Which of the three is seen when they are read. */
export function touchedResources(rows: readonly FeedRow[]): Set<string> {
  const touched = new Set<string>();
  for (const { what, ids } of rows) {
    if (what === 'r' || what === 'd') for (let at = 0; at < ids.length; at += 16) touched.add(uuidText(ids, at));
  }
  return touched;
}

/** Reads again what the feed says was touched and puts it into the index; to be called within one snapshot. */
export async function applyChanges(reader: FleetReader, index: FleetIndex, writer: IndexWriter, rows: readonly FeedRow[]): Promise<void> {
  index.version++;
  try {
    const arrived = await putResources(reader, index, writer, touchedResources(rows));
    for (const space of SPACES) {
      // From here on every resource has its slot; who has none is gone.
      for (const slots of chunksOf(slotsTouched(index, rows, [WHAT_OF_SPACE[space]], arrived))) {
        const ids = Array.from(slots, (slot) => index.ids.text(slot));
        await writer.replaceKeys(space, slots, (onRow) => reader.readKeys(space, ids, onRow));
      }
    }
    // Edits of keys move the time of the last update without a row about the resource itself.
    for (const slots of chunksOf(slotsTouched(index, rows, ['t', 'l', 'a'], []))) {
      await reader.readUpdated(Array.from(slots, (slot) => index.ids.text(slot)), (row) => writer.putUpdated(row));
    }
  } finally {
    // Also when the connection broke halfway: what was put in must have its place, or no later catch-up would give it one.
    writer.settle();
    index.noteChanged(slotsTouched(index, rows, CHANGES, []));
  }
  for (const row of rows) if (row.what === 'h') writer.applyHeartbeats(row);
}

/** Answers the slots of those that are new: their tags and labels have to be read too. */
async function putResources(reader: FleetReader, index: FleetIndex, writer: IndexWriter, touched: ReadonlySet<string>): Promise<number[]> {
  const arrived: number[] = [];
  for (const ids of chunksOf([...touched])) {
    const gone = new Set(ids);
    await reader.readResources(ids, (row) => {
      const { slot, isNew } = writer.put(row);
      gone.delete(index.ids.text(slot));
      if (isNew) arrived.push(slot);
    });
    for (const id of gone) {
      const slot = index.ids.slotOf(id);
      if (slot >= 0) writer.remove(slot);
    }
  }
  return arrived;
}

/** The slots that rows of these kinds name, and those given, each once. */
function slotsTouched(index: FleetIndex, rows: readonly FeedRow[], whats: readonly FeedWhat[], more: readonly number[]): Uint32Array {
  const touched = emptyBits(index.capacity);
  for (const slot of more) setBit(touched, slot);
  for (const { what, ids } of rows) {
    if (!whats.includes(what)) continue;
    for (let at = 0; at < ids.length; at += 16) {
      const slot = index.ids.slotOfBytes(ids, at);
      if (slot >= 0) setBit(touched, slot);
    }
  }
  return slotsOf(touched);
}

function* chunksOf<List extends Uint32Array | string[]>(all: List): Generator<List> {
  // A part of a list is a list of the same kind.
  for (let from = 0; from < all.length; from += CHUNK) yield all.slice(from, from + CHUNK) as List;
}
