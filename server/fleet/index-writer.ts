import type { CopyRow } from '@/db/fleet/copy-row';
import type { FeedRow } from '@/db/fleet/feed-row';
import { type IndexedSpace, INDEXED_TEXTS, INDEXED_TIMES, KEY_FIELDS, RESOURCE_FIELDS, UPDATED_FIELDS } from '@/db/fleet/fleet-columns';
import { type Bits, emptyBits, grownBits, hasBit, setBit } from './bits';
import type { Column } from './column';
import type { FleetIndex } from './fleet-index';
import { SlotIds } from './slot-ids';

/**
 * Puts rows into the index. Parents and the order of names are put right by `settle`, since a parent may come after its child; until then
 * the index must not be asked.
 */
export class IndexWriter {
  private readonly parents = new SlotIds();
  private leaving: Bits | undefined;
  private readonly entering = new Set<number>();
  private readonly columns: readonly Column[];

  constructor(private readonly index: FleetIndex) {
    this.columns = INDEXED_TEXTS.map((field) => index.text(field));
  }

  /** A row of the load: all come in the order of their names. */
  load(row: CopyRow): void {
    const slot = this.index.take(row.bytes, row.start(RESOURCE_FIELDS.id));
    this.fill(slot, row);
    this.index.order.append(slot);
  }

  /** A row that was read again; answers its slot and whether it is new. */
  put(row: CopyRow): { slot: number; isNew: boolean } {
    const { index } = this;
    const found = index.ids.slotOfBytes(row.bytes, row.start(RESOURCE_FIELDS.id));
    const isNew = found < 0;
    const slot = isNew ? index.take(row.bytes, row.start(RESOURCE_FIELDS.id)) : found;
    const name = index.text('name');
    const before = name.get(slot);
    this.fill(slot, row);
    if (name.get(slot) !== before) {
      if (!isNew && !this.entering.has(slot)) this.leave(slot);
      this.entering.add(slot);
    }
    return { slot, isNew };
  }

  remove(slot: number): void {
    // A slot that came in this very batch is not in the order yet.
    if (!this.entering.delete(slot) || this.isLeaving(slot)) this.leave(slot);
    this.index.drop(slot);
  }

  /** One tag or label of the load. */
  loadKey(space: IndexedSpace, row: CopyRow): void {
    const slot = this.index.ids.slotOfBytes(row.bytes, row.start(KEY_FIELDS.id));
    if (slot >= 0) this.setKey(space, slot, row);
  }

  /** Replaces all tags or labels of the slots by what `read` hands over. */
  async replaceKeys(space: IndexedSpace, slots: Uint32Array, read: (onRow: (row: CopyRow) => void) => Promise<void>): Promise<void> {
    const keys = this.index.keys(space);
    const columns: Column[] = [];
    const owners: number[] = [];
    const found = new Map<number, number>();
    await read((row) => {
      const slot = this.index.ids.slotOfBytes(row.bytes, row.start(KEY_FIELDS.id));
      if (slot < 0) return;
      const column = this.setKey(space, slot, row);
      columns.push(column);
      owners.push(slot);
      found.set(slot, (found.get(slot) ?? 0) + 1);
    });
    // Mostly a slot has as many keys as were read. Where it has more, some were removed.
    const outdated = new Map<number, Set<Column>>();
    for (const slot of slots) if (keys.counts[slot] !== (found.get(slot) ?? 0)) outdated.set(slot, new Set());
    if (outdated.size === 0) return;
    columns.forEach((column, i) => outdated.get(owners[i] ?? -1)?.add(column));
    for (const [slot, kept] of outdated) keys.clear(slot, kept);
  }

  /** An edit of tags moves the time of the last update without a row of its own in the feed. */
  putUpdated(row: CopyRow): void {
    const slot = this.index.ids.slotOfBytes(row.bytes, row.start(UPDATED_FIELDS.id));
    if (slot >= 0) this.index.times.updated[slot] = row.time(UPDATED_FIELDS.updated);
  }

  /** When each was seen last; what is unknown was deleted. */
  applyHeartbeats({ ids, seen }: FeedRow): void {
    const lastSeen = this.index.times.last_seen;
    seen.forEach((time, i) => {
      const slot = this.index.ids.slotOfBytes(ids, i * 16);
      if (slot >= 0 && time > (lastSeen[slot] ?? 0)) lastSeen[slot] = time;
    });
  }

  /** Puts parents and the order of names right. */
  settle(): void {
    const steps = this.settleParents();
    while (steps.next().done !== true);
    this.settleNames();
  }

  /** The same after the load, with pauses in which the process answers others. */
  async settleLoad(): Promise<void> {
    const steps = this.settleParents();
    while (steps.next().done !== true) await new Promise((resolve) => setImmediate(resolve));
  }

  private settleParents(): Generator<void> {
    const { index } = this;
    return this.parents.drain((slot, parentBytes, at) => {
      if (hasBit(index.all, slot)) index.hierarchy.setParent(slot, index.ids.slotOfBytes(parentBytes, at), index.isLive(slot));
    });
  }

  private settleNames(): void {
    if (this.leaving === undefined && this.entering.size === 0) return;
    this.index.order.update(this.leaving, [...this.entering]);
    this.leaving = undefined;
    this.entering.clear();
  }

  private fill(slot: number, row: CopyRow): void {
    const { index } = this;
    const { bytes } = row;
    INDEXED_TIMES.forEach((name, i) => (index.times[name][slot] = row.time(RESOURCE_FIELDS.times + i)));
    this.columns.forEach((column, i) => {
      const field = RESOURCE_FIELDS.texts + i;
      column.set(slot, row.isNull(field) ? 0 : column.dictionary.intern(bytes, row.start(field), row.end(field)));
    });
    index.setRetired(slot, bytes[row.start(RESOURCE_FIELDS.retired)] === 1);
    if (row.isNull(RESOURCE_FIELDS.parent)) index.hierarchy.setParent(slot, -1, index.isLive(slot));
    else this.parents.add(slot, bytes, row.start(RESOURCE_FIELDS.parent));
  }

  private setKey(space: IndexedSpace, slot: number, row: CopyRow): Column {
    const keys = this.index.keys(space);
    const column = keys.column(row.text(KEY_FIELDS.key));
    keys.set(slot, column, column.dictionary.intern(row.bytes, row.start(KEY_FIELDS.value), row.end(KEY_FIELDS.value)));
    return column;
  }

  private isLeaving(slot: number): boolean {
    return this.leaving !== undefined && hasBit(this.leaving, slot);
  }

  private leave(slot: number): void {
    const { capacity } = this.index;
    this.leaving ??= emptyBits(capacity);
    if (this.leaving.length * 32 < capacity) this.leaving = grownBits(this.leaving, capacity);
    setBit(this.leaving, slot);
  }
}
