const MAX_BLOCKS = 20_000;
const MAX_KEY_LENGTH = 16_384;
const FORGOTTEN_AFTER_MS = 5 * 60_000;

interface KnownBlock {
  ids: string[];
  forgottenAt: number;
  made: number;
}

/**
 * Resource blocks that were stored already, the last used ones: when one comes again, its resources were merely seen again.
 * A block is looked at anew after some minutes, and as soon as another one changed a resource of it.
 */
export class KnownBlocks {
  private readonly blocks = new Map<string, KnownBlock>();
  private readonly changed = new Map<string, number>();
  private clock = 0;

  idsOf(key: string, nowMs: number): string[] | undefined {
    const block = this.blocks.get(key);
    if (block === undefined) return undefined;
    this.blocks.delete(key);
    if (block.forgottenAt <= nowMs || block.ids.some((id) => (this.changed.get(id) ?? 0) > block.made)) return undefined;
    this.blocks.set(key, block);
    return block.ids;
  }

  /** Blocks that were stored in one batch, and the resources that the batch changed. */
  remember(blocks: Iterable<{ key: string; ids: string[] }>, changedIds: Iterable<string>, nowMs: number): void {
    this.clock++;
    for (const id of changedIds) this.changed.set(id, this.clock);
    for (const { key, ids } of blocks) {
      // Spread out, so that a fleet that came at once does not come back to the database at once.
      const forgottenAt = nowMs + FORGOTTEN_AFTER_MS * (0.5 + Math.random() / 2);
      if (key.length <= MAX_KEY_LENGTH) this.blocks.set(key, { ids, forgottenAt, made: this.clock });
    }
    for (const [oldest] of this.blocks) {
      if (this.blocks.size <= MAX_BLOCKS) break;
      this.blocks.delete(oldest);
    }
    if (this.changed.size > 5 * MAX_BLOCKS) this.clear();
  }

  clear(): void {
    this.blocks.clear();
    this.changed.clear();
  }
}
