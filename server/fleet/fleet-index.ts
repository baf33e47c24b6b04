import { type IndexedSpace, INDEXED_TEXTS, INDEXED_TIMES, type IndexedTime } from '@/db/fleet/fleet-columns';
import type { FieldName } from '@/domain/fields';
import { type Bits, clearBit, emptyBits, grownBits, hasBit, setBit } from './bits';
import { Column } from './column';
import { FilterBudget } from './filter-budget';
import { Hierarchy } from './hierarchy';
import { IdTable } from './id-table';
import { KeptWords } from './kept-words';
import { KeySpace } from './key-space';
import { ListMarks } from './list-marks';
import { NameOrder } from './name-order';

const FILTER_BYTES = 96 * 1024 * 1024;
const NO_KEYS: ReadonlySet<Column> = new Set();

/** Under collation "C" SQL's lower() changes A-Z alone, and addresses have no folded twin. */
const foldAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** What is known of all resources, in columns by slot. Retired resources are there too; `live` leaves them out. */
export class FleetIndex {
  readonly ids: IdTable;
  readonly tag: KeySpace;
  readonly label: KeySpace;
  readonly hierarchy: Hierarchy;
  /** All slots by name: folded, raw, then id. */
  readonly order: NameOrder;
  /** Every resource, and those in service. */
  all: Bits;
  live: Bits;
  readonly times: Record<IndexedTime, Float64Array>;
  /** Grows with every batch of changes, heartbeats left out: a list that was read at one version is the same at it for ever. */
  version = 0;
  /** In which version each slot's resource changed last, and in which it came. */
  changedIn: Uint32Array;
  takenIn: Uint32Array;
  readonly marks = new ListMarks();
  readonly words = new KeptWords();
  private readonly texts = new Map<FieldName, Column>();
  private readonly free: number[] = [];
  /** The first slot that was never taken. */
  private next = 0;

  constructor(public capacity: number) {
    const budget = new FilterBudget(FILTER_BYTES);
    this.ids = new IdTable(capacity);
    this.tag = new KeySpace(budget, capacity);
    this.label = new KeySpace(budget, capacity);
    this.hierarchy = new Hierarchy(capacity);
    this.all = emptyBits(capacity);
    this.live = emptyBits(capacity);
    this.changedIn = new Uint32Array(capacity);
    this.takenIn = new Uint32Array(capacity);
    const times = () => new Float64Array(capacity);
    this.times = { first_seen: times(), last_seen: times(), created: times(), updated: times() };
    for (const field of INDEXED_TEXTS) {
      this.texts.set(field, new Column(budget, capacity, { startDense: true, ...(field === 'ip' && { foldText: foldAscii }) }));
    }
    const name = this.text('name');
    this.order = new NameOrder((a, b) => name.dictionary.compare(name.get(a), name.get(b)) || this.ids.compare(a, b));
  }

  /** The column of a field that is kept as text. */
  text(field: FieldName): Column {
    const column = this.texts.get(field);
    if (column === undefined) throw new Error(`the index keeps no column for ${field}`);
    return column;
  }

  columns(): Column[] {
    return [...this.texts.values(), ...this.tag.columns.values(), ...this.label.columns.values()];
  }

  keys(space: IndexedSpace): KeySpace {
    return this[space];
  }

  get size(): number {
    return this.order.length;
  }

  /** A slot for a resource that has none yet. Its name, and its place in the order, come next. */
  take(idBytes: Uint8Array, at: number): number {
    const slot = this.free.pop() ?? this.next++;
    if (slot >= this.capacity) this.grow(Math.ceil((slot + 1024) * 1.125));
    this.ids.insert(slot, idBytes, at);
    this.takenIn[slot] = this.version;
    setBit(this.all, slot);
    setBit(this.live, slot);
    return slot;
  }

  /** Forgets a resource; its place in the order is the caller's. */
  drop(slot: number): void {
    for (const child of [...this.hierarchy.childrenOf(slot)]) this.hierarchy.setParent(child, -1, this.isLive(child));
    this.hierarchy.setParent(slot, -1, this.isLive(slot));
    for (const column of this.texts.values()) column.set(slot, 0);
    this.tag.clear(slot, NO_KEYS);
    this.label.clear(slot, NO_KEYS);
    clearBit(this.all, slot);
    clearBit(this.live, slot);
    this.ids.remove(slot);
    this.free.push(slot);
  }

  isLive(slot: number): boolean {
    return hasBit(this.live, slot);
  }

  setRetired(slot: number, retired: boolean): void {
    if (this.isLive(slot) !== retired) return;
    if (retired) clearBit(this.live, slot);
    else setBit(this.live, slot);
    this.hierarchy.serviceChanged(slot, !retired);
  }

  /** Notes that these resources changed in this version. */
  noteChanged(slots: Uint32Array): void {
    for (const slot of slots) this.changedIn[slot] = this.version;
  }

  private grow(capacity: number): void {
    this.capacity = capacity;
    this.ids.grow(capacity);
    this.tag.grow(capacity);
    this.label.grow(capacity);
    this.hierarchy.grow(capacity);
    this.all = grownBits(this.all, capacity);
    this.live = grownBits(this.live, capacity);
    for (const column of this.texts.values()) column.grow(capacity);
    this.changedIn = grownList(this.changedIn, capacity);
    this.takenIn = grownList(this.takenIn, capacity);
    for (const name of INDEXED_TIMES) {
      const grown = new Float64Array(capacity);
      grown.set(this.times[name]);
      this.times[name] = grown;
    }
  }
}

function grownList(list: Uint32Array, capacity: number): Uint32Array {
  const grown = new Uint32Array(capacity);
  grown.set(list);
  return grown;
}
