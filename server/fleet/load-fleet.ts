import { setImmediate } from 'node:timers/promises';
import { INDEXED_SPACES, type IndexedSpace } from '@/db/fleet/fleet-columns';
import type { FeedWatermark } from '@/db/fleet/feed-row';
import type { FleetReader } from '@/db/fleet/fleet-reader';
import type { Column } from './column';
import { FleetIndex } from './fleet-index';
import { IndexWriter } from './index-writer';

export interface LoadProgress {
  loaded: number;
  /** Resources, tags and labels of all. */
  expected: number;
}

export interface LoadedFleet {
  index: FleetIndex;
  writer: IndexWriter;
  /** Of the moment that the index shows. */
  watermark: FeedWatermark;
}

const MANY_TEXTS = 1_024;

/** Many texts that several resources share: those of tags and labels came in any order. */
const isWorthRenumbering = ({ dictionary, used }: Column): boolean => dictionary.size > MANY_TEXTS && used > 2 * dictionary.size;

/** Fills an index from the tables, all of one moment. Rows are handed over a few at a time, so that the process goes on answering. */
export async function loadFleet(reader: FleetReader, onProgress: (progress: LoadProgress) => void): Promise<LoadedFleet> {
  return reader.inSnapshot(async () => {
    const watermark = await reader.watermark();
    const counts = await reader.countRows();
    const index = new FleetIndex(Math.ceil(counts.resources * 1.05) + 1024);
    const writer = new IndexWriter(index);
    const expected = counts.resources + counts.keys;
    let loaded = 0;
    const one = () => {
      if (++loaded % 10_000 === 0) onProgress({ loaded, expected });
    };
    await reader.readResources('all', (row) => {
      writer.load(row);
      one();
    });
    await writer.settleLoad();
    for (const space of Object.keys(INDEXED_SPACES) as IndexedSpace[]) { // the keys of a literal object that nobody extends
      await reader.readKeys(space, 'all', (row) => {
        writer.loadKey(space, row);
        one();
      });
    }
    for (const column of index.columns().filter(isWorthRenumbering)) {
      const steps = column.renumber();
      while (steps.next().done !== true) await setImmediate();
    }
    // Else the first questions would wait for all of these at once.
    for (const column of index.columns()) if (column.codeBitmaps() !== undefined) await setImmediate();
    return { index, writer, watermark };
  });
}
