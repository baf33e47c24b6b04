/** So many pairs take a few milliseconds. */
const STEP = 20_000;

/** Pairs of a slot and an id of 16 bytes, kept until the id's own row has come. */
export class SlotIds {
  private slots = new Uint32Array(64);
  private ids = new Uint8Array(64 * 16);
  private length = 0;

  add(slot: number, source: Uint8Array, at: number): void {
    if (this.length === this.slots.length) this.grow();
    this.slots[this.length] = slot;
    for (let i = 0, to = this.length * 16; i < 16; i++, to++) this.ids[to] = source[at + i] ?? 0;
    this.length++;
  }

  /** Hands over all pairs in the order they came, a step at a time, and forgets them at the end. */
  *drain(onPair: (slot: number, ids: Uint8Array, at: number) => void): Generator<void> {
    for (let i = 0; i < this.length; i++) {
      onPair(this.slots[i] ?? 0, this.ids, i * 16);
      if (i % STEP === STEP - 1) yield;
    }
    this.slots = new Uint32Array(64);
    this.ids = new Uint8Array(64 * 16);
    this.length = 0;
  }

  private grow(): void {
    const slots = new Uint32Array(this.length * 2);
    const ids = new Uint8Array(this.length * 32);
    slots.set(this.slots);
    ids.set(this.ids);
    this.slots = slots;
    this.ids = ids;
  }
}
