import type { Kind } from '@/domain/kinds';

/** How many of each kind: of a million, 20k agents, 50k hosts, 500k containers, 380k apps, 30k devices, 10k syslog, 10k otel. */
const PARTS_PER_HUNDRED = { agent: 2, host: 5, device: 3, syslog: 1, otel: 1, container: 50, app: 38 } as const satisfies Record<Kind, number>;

/** Parents come before their children. */
const ORDER = ['agent', 'host', 'device', 'syslog', 'otel', 'container', 'app'] as const satisfies readonly Kind[];

export interface FleetShape {
  count: number;
  /** The place of the first resource of the kind, and how many there are. */
  ranges: Record<Kind, { start: number; count: number }>;
}

export function fleetShape(count: number): FleetShape {
  const range = (kind: Kind) => {
    const at = ORDER.indexOf(kind);
    const below = ORDER.slice(0, at).reduce((sum, each) => sum + PARTS_PER_HUNDRED[each], 0);
    const start = Math.round((count * below) / 100);
    const end = Math.round((count * (below + PARTS_PER_HUNDRED[kind])) / 100);
    return { start, count: end - start };
  };
  return {
    count,
    ranges: {
      agent: range('agent'), host: range('host'), device: range('device'), syslog: range('syslog'),
      otel: range('otel'), container: range('container'), app: range('app'),
    },
  };
}

export function kindAt(shape: FleetShape, place: number): Kind {
  const kind = ORDER.find((each) => place < shape.ranges[each].start + shape.ranges[each].count);
  if (kind === undefined) throw new Error(`there is no resource ${place} in a fleet of ${shape.count}`);
  return kind;
}
