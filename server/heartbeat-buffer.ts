import type { Db } from '@/db/client';
import { type Heartbeat, flushHeartbeats } from '@/db/heartbeats/flush-heartbeats';
import { log } from './log';

const FLUSH_EVERY_MS = 1_000;

/**
 * Gathers "seen again" from every door, the latest time for each resource, and stores them once a second. At most two seconds
 * of them are lost when the process is killed, none when it is asked to end.
 */
export class HeartbeatBuffer {
  private waiting = new Map<string, number>();
  private storing = 0;
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;

  constructor(private readonly db: () => Db) {}

  /** How many resources have a heartbeat that is not stored yet. */
  get size(): number {
    return this.waiting.size + this.storing;
  }

  add(heartbeats: Iterable<Heartbeat>): void {
    for (const { id, seenAt } of heartbeats) {
      const known = this.waiting.get(id);
      if (known === undefined || known < seenAt) this.waiting.set(id, seenAt);
    }
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => void this.flushLater(), FLUSH_EVERY_MS).unref();
  }

  /** Stores what waits; resolves when it is committed. */
  async flush(): Promise<void> {
    while (this.flushing !== undefined) await this.flushing.catch(() => undefined);
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.size === 0) return;
    this.flushing = this.store().finally(() => (this.flushing = undefined));
    await this.flushing;
  }

  private async flushLater(): Promise<void> {
    try {
      await this.flush();
    } catch (error) {
      log.warn({ err: error }, 'heartbeats could not be stored; they are kept and tried again');
    }
  }

  private async store(): Promise<void> {
    const taken = this.waiting;
    this.waiting = new Map();
    this.storing = taken.size;
    try {
      await flushHeartbeats(this.db(), [...taken].map(([id, seenAt]) => ({ id, seenAt })), Date.now());
    } catch (error) {
      this.add([...taken].map(([id, seenAt]) => ({ id, seenAt })));
      throw error;
    } finally {
      this.storing = 0;
    }
  }
}
