import type { Kind } from '@/domain/kinds';
import type { Status } from '@/domain/status';
import { describeResource } from './describe-resource';
import type { FleetRow } from './fleet-row';
import { type FleetShape, fleetShape, kindAt } from './fleet-shape';
import { type RandomSource, randomSource } from './random-source';

export interface FleetOptions {
  count: number;
  seed: number;
  /** The moment that ages are counted back from. */
  now?: number;
}

/** Ids carry this time, so that the same seed gives the same ids on any day. */
const ID_EPOCH_MS = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Every tenth host, and what runs on it, reports through the first agent: a subtree of over 90,000 in a fleet of a million. */
const HOSTS_OF_FIRST_AGENT = 0.105;

/** The same fleet for the same count and seed (its times hang on `now`). Parents come before their children. */
export async function* generateFleet({ count, seed, now = Date.now() }: FleetOptions): AsyncGenerator<FleetRow> {
  const shape = fleetShape(count);
  for (let place = 0; place < count; place++) yield fleetRow(shape, seed, place, now);
}

function fleetRow(shape: FleetShape, seed: number, place: number, now: number): FleetRow {
  const kind = kindAt(shape, place);
  const random = randomSource(seed, place);
  const parentPlace = parentOf(shape, kind, place, random);
  const host = hostOf(shape, place);
  const firstSeen = now - Math.floor(random.below(1_000) ** 2 * 0.0004 * DAY_MS) - random.below(DAY_MS);
  const status = drawStatus(random);
  return {
    id: idAt(seed, place),
    kind,
    parentId: parentPlace === undefined ? null : idAt(seed, parentPlace),
    status,
    lastSeen: Math.max(now - silence(status, random), firstSeen),
    firstSeen,
    createdAt: firstSeen,
    updatedAt: firstSeen + random.below(Math.max(1, now - firstSeen)),
    ...describeResource({ kind, place, number: place - shape.ranges[kind].start, host, random, hostRandom: randomSource(seed, host, 7) }),
  };
}

function drawStatus(random: RandomSource): Status {
  if (random.chance(0.97)) return 'Online';
  return random.pick(['Offline', 'Offline', 'Idle', 'Unknown'] as const);
}

function silence(status: Status, random: RandomSource): number {
  if (status === 'Online') return random.below(30_000);
  if (status === 'Idle') return 5 * MINUTE_MS + random.below(10 * MINUTE_MS);
  return 15 * MINUTE_MS + random.below(20 * DAY_MS);
}

/** Where the parent stands, which is before its child; undefined for a root. */
function parentOf({ ranges }: FleetShape, kind: Kind, place: number, random: RandomSource): number | undefined {
  const number = place - ranges[kind].start;
  const someOf = (parent: Kind) => (ranges[parent].count === 0 ? undefined : ranges[parent].start + random.below(ranges[parent].count));
  switch (kind) {
    case 'host': {
      if (number < ranges.host.count * HOSTS_OF_FIRST_AGENT) return ranges.agent.start;
      return someOf('agent');
    }
    case 'container':
      return random.chance(0.005) || ranges.host.count === 0 ? undefined : ranges.host.start + (number % ranges.host.count);
    case 'app': {
      if (random.chance(0.005)) return undefined;
      if (random.chance(0.03)) return someOf('device');
      if (random.chance(0.1) || ranges.container.count === 0) return ranges.host.count === 0 ? undefined : ranges.host.start + (number % ranges.host.count);
      return ranges.container.start + (number % ranges.container.count);
    }
    default:
      return undefined;
  }
}

/** The host that a resource runs on, whose words it shares; itself for what runs on none. */
function hostOf({ ranges }: FleetShape, place: number): number {
  const { start, count } = ranges.host;
  if (count === 0 || place < ranges.container.start) return place;
  const number = place < ranges.app.start ? place - ranges.container.start : (place - ranges.app.start) % Math.max(1, ranges.container.count);
  return start + (number % count);
}

/** A UUIDv7 that depends on the seed and the place alone. */
export function idAt(seed: number, place: number): string {
  const random = randomSource(seed, place, 1);
  const time = (ID_EPOCH_MS + place).toString(16).padStart(12, '0');
  const variant = random.pick(['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-${variant}${random.hex(3)}-${random.hex(12)}`;
}
