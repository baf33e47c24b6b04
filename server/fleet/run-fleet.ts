import { randomUUID } from 'node:crypto';
import { beatReader, forgetReader } from '@/db/fleet/feed-readers';
import { FleetReader } from '@/db/fleet/fleet-reader';
import { pruneFeed } from '@/db/fleet/prune-feed';
import type { Db } from '@/db/client';
import type { FleetIndex } from './fleet-index';
import { FeedGap, FleetFollower } from './follow-fleet';
import { type LoadProgress, loadFleet } from './load-fleet';
import { takeTurn } from './take-turns';

export interface FleetLog {
  info: (details: object, message: string) => void;
  warn: (details: object, message: string) => void;
}

export interface FleetOptions {
  db: Db;
  url: string;
  log: FleetLog;
  /** How often the index catches up when nobody asks. */
  idleMs?: number;
  /** How long a read waits for a catch-up before SQL answers it. */
  patienceMs?: number;
}

export type FleetState =
  | { state: 'loading'; loaded: number; expected: number }
  | { state: 'ready'; resources: number }
  /** SQL answers until it is back. */
  | { state: 'away'; reason: string }
  | { state: 'off' };

const BEAT_MS = 10_000;
const PRUNE_MS = 60_000;
const HINT_MS = 50;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;

/** One process's index over its whole life: loads it, keeps it fresh, and starts again when something breaks. */
export class RunningFleet {
  private readonly process = randomUUID();
  private follower: FleetFollower | undefined;
  private kept: FleetFollower | undefined;
  private reader: FleetReader | undefined;
  private status: FleetState = { state: 'loading', loaded: 0, expected: 0 };
  private stopped = false;
  private readonly timers = new Set<NodeJS.Timeout>();
  private wake: (() => void) | undefined;
  private ended: Promise<void> | undefined;

  constructor(private readonly options: FleetOptions) {}

  start(): void {
    this.ended ??= this.run();
  }

  get state(): FleetState {
    return this.follower === undefined ? this.status : { state: 'ready', resources: this.follower.index.size };
  }

  get asItStands(): FleetIndex | undefined {
    return this.follower?.index;
  }

  /** The index with everything that was committed before the call, for one asker a turn; undefined while SQL has to answer. */
  async fresh(): Promise<FleetIndex | undefined> {
    const { follower } = this;
    if (follower === undefined) return undefined;
    try {
      const fresh = follower.catchUp().then(takeTurn).then(() => follower.standing());
      await within(this.options.patienceMs ?? 10_000, fresh);
      return this.follower === follower ? follower.index : undefined;
    } catch (error) {
      this.lose(follower, error);
      return undefined;
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.status = { state: 'off' };
    this.follower = undefined;
    for (const timer of this.timers) clearTimeout(timer);
    this.wake?.();
    await this.reader?.close().catch(ignore);
    await this.ended;
    await forgetReader(this.options.db, this.process).catch(ignore);
  }

  /** Connects, loads or goes on, follows until something breaks; then again, after a while that grows. */
  private async run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.stopped) {
      try {
        await this.connect();
        retryMs = FIRST_RETRY_MS;
        await this.untilLost();
      } catch (error) {
        if (this.stopped) return;
        if (error instanceof FeedGap) this.kept = undefined;
        this.status = { state: 'away', reason: messageOf(error) };
        this.options.log.warn({ err: error, retryMs }, 'the fleet index is not there: SQL answers');
      }
      await this.reader?.close().catch(ignore);
      if (!this.stopped) await this.pause(retryMs);
      retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
    }
  }

  private async connect(): Promise<void> {
    const { db, url, log } = this.options;
    this.reader = await FleetReader.open(url, { onHint: () => this.hint(), onLost: (error) => this.lose(this.follower, error) });
    // Registered first: from here on the pruner leaves what this reader will need.
    await beatReader(db, this.process, this.kept?.cursor);
    if (this.kept === undefined) {
      const startedAt = Date.now();
      const loaded = await loadFleet(this.reader, (progress) => this.report(progress));
      this.kept = new FleetFollower(this.reader, loaded);
      log.info({ resources: this.kept.index.size, ms: Date.now() - startedAt }, 'the fleet index is loaded');
    } else {
      this.kept = this.kept.reconnected(this.reader);
    }
    await this.kept.catchUp();
    if (!this.stopped) this.follower = this.kept;
  }

  private report({ loaded, expected }: LoadProgress): void {
    const before = this.status.state === 'loading' ? this.status.loaded : 0;
    this.status = { state: 'loading', loaded, expected };
    if (Math.floor((loaded / expected) * 10) > Math.floor((before / expected) * 10)) {
      this.options.log.info({ loaded, expected }, 'loading the fleet index');
    }
  }

  /** Keeps up while nobody asks, says that it lives, prunes what all have read. */
  private async untilLost(): Promise<void> {
    const { db, idleMs = 1_000 } = this.options;
    let [beatAt, pruneAt] = [Date.now(), Date.now()];
    while (this.follower !== undefined && !this.stopped) {
      await this.pause(idleMs);
      if ((await this.fresh()) === undefined) return;
      if (Date.now() - beatAt >= BEAT_MS) {
        beatAt = Date.now();
        await beatReader(db, this.process, this.kept?.cursor);
      }
      if (Date.now() - pruneAt >= PRUNE_MS) {
        pruneAt = Date.now();
        await pruneFeed(db);
      }
    }
  }

  private lose(follower: FleetFollower | undefined, error: unknown): void {
    if (follower === undefined || this.follower !== follower) return;
    this.follower = undefined;
    if (error instanceof FeedGap) this.kept = undefined;
    this.status = { state: 'away', reason: messageOf(error) };
    if (!this.stopped) this.options.log.warn({ err: error }, 'the fleet index was lost: SQL answers until it is back');
    this.wake?.();
  }

  /** Somebody committed something: soon, so that the next reader finds little to do. */
  private hint(): void {
    if (this.follower === undefined || this.timers.size > 1) return;
    this.later(HINT_MS, () => void this.fresh());
  }

  private later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }

  private async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.later(ms, resolve);
    });
    this.wake = undefined;
  }
}

const ignore = (): void => undefined;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the feed could not be read within ${ms} ms`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
