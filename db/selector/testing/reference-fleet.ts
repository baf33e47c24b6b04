import fc from 'fast-check';
import { fold } from '@/domain/fold';
import { type Kind, KINDS } from '@/domain/kinds';
import type { Vocabulary } from '@/domain/selector/testing/random-selector';
import { type Status, STATUSES } from '@/domain/status';
import type { Db } from '../../client';

export const NOW = new Date('2026-03-01T12:00:00.000Z');

export const TEXT_FIELDS = [
  'display_name', 'group', 'environment', 'owner', 'platform', 'runtime', 'version', 'os', 'arch', 'type', 'cluster', 'namespace', 'location',
] as const;

/** A resource as the reference evaluator and the tables both know it. */
export interface FleetResource {
  id: string;
  kind: Kind;
  status: Status;
  name: string;
  texts: Partial<Record<(typeof TEXT_FIELDS)[number], string>>;
  ip: string | null;
  parentId: string | null;
  times: Record<'first_seen' | 'last_seen' | 'created' | 'updated', number>;
  retired: boolean;
  keys: Record<'tag' | 'label' | 'annotation', Record<string, string>>;
}

const VALUES = ['prod', 'Prod', 'PROD-2', '', 'web-01', 'x*y', '100%', 'a_b', 'aXb', 'back\\slash', 'É', 'e\u0301', '😀 wide', 'he said "no"', '1..2', 'AND', 'null'];
const NUMBERS = ['0', '8', '08', '-5', '2.5', '1e3', '12345678901234567', '1.'];
const VERSIONS = ['1', 'v1.20', '1.20.0', '1.20-rc.1', '1.20-RC2', '1.20+build-7', '1.0.0.0.1', '2..1', 'latest', '0.0', '1234567890.1', '1.20-'];
const ADDRESSES = ['10.1.2.3', '10.0.0.1', '192.168.0.1', '10.1.2', '010.1.2.3', 'fe80::1', 'FE80::A', '::1', '2001:db8:0:0:0:0:0:1', '1:2:3:4:5:6:7::', '::ffff:10.0.0.1', 'none', ''];
const TAG_KEYS = ['env', 'team', 'cores', 'deprecated', 'host_id', 'pod_uid'];
const LABEL_KEYS = [...TAG_KEYS, 'größe', 'a b', 'k*x', 'service.name'];
const MINUTE_MS = 60_000;

/** Queries over this vocabulary find something in the fleet, and often not all of it. */
export const FLEET_VOCABULARY: Vocabulary = {
  keys: [...LABEL_KEYS, 'ENV'],
  texts: [...VALUES, 'prod', 'PRO', 'abcdef12', 'ABCDEF', '8', '1.20', '10.1.2'],
  patterns: ['*', 'p*', '*o*', 'É*', '*%*', 'a_*', '*\\*', '1*', '*-0*1', '**', 'abcdef*'],
  numbers: ['0', '1', '8', '-5', '2.5'],
  versions: ['0', '1', '1.20', '1.20-rc.1', '1.20-rc2', '1.0.0.0.1', 'v2'],
  ages: ['1m', '10m', '20m', '1d', '60d', '36500d'],
  instants: ['2026-03-01', '2026-02-28', '2026-03-01T11:50', '2026-03-01T12:50:00+01:00', '2026-03-01T11:50:00.000Z', '0001-01-01', '9999-12-31'],
  networks: ['10.0.0.0/8', '10.1.2.3', '10.1.2.3/24', 'fe80::/10', '::1', '2001:db8::/32', '0.0.0.0/0', '::/0', '1:2::/33'],
  ids: Array.from({ length: 8 }, (_, i) => idOf(i * 5)),
};

/** The id of the resource at a place: a parent's place is lower than its children's. */
export function idOf(place: number): string {
  return `0198c0de-0000-7000-8000-${place.toString(16).padStart(12, '0')}`;
}

const optional = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

function randomResource(place: number, count: number): fc.Arbitrary<FleetResource> {
  const time = fc.constantFrom(0, 1, 10 * MINUTE_MS - 1, 10 * MINUTE_MS, 16 * MINUTE_MS, 1440 * MINUTE_MS, 60 * 1440 * MINUTE_MS, -MINUTE_MS).map((ago) => NOW.getTime() - ago);
  const keys = (names: readonly string[]) => fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.constantFrom(...VALUES, ...NUMBERS), fc.constantFrom('ABCDEF123456', 'abcdef12-3')),
    { maxKeys: 4, noNullPrototype: true },
  );
  return fc.record({
    id: fc.constant(idOf(place)),
    kind: fc.constantFrom(...KINDS),
    status: fc.constantFrom(...STATUSES),
    name: fc.constantFrom(...VALUES.filter((value) => value !== '')),
    texts: fc.record({
      ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, optional(VALUES)])),
      version: optional([...VERSIONS, 'prod']),
    }),
    ip: fc.option(fc.constantFrom(...ADDRESSES)),
    // Parents come before their children, so that there is no circle.
    parentId: place === 0 || count === 0 ? fc.constant(null) : fc.option(fc.integer({ min: 0, max: place - 1 }).map(idOf)),
    times: fc.record({ first_seen: time, last_seen: time, created: time, updated: time }),
    retired: fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
    keys: fc.record({ tag: keys(TAG_KEYS), label: keys(LABEL_KEYS), annotation: keys(LABEL_KEYS) }),
  });
}

/** The same fleet for the same seed: nulls, empty text, missing keys, key-only tags, mixed case, Unicode, retired parents. */
export function randomFleet(count: number, seed: number): FleetResource[] {
  const [fleet = []] = fc.sample(fc.tuple(...Array.from({ length: count }, (_, place) => randomResource(place, count))), { numRuns: 1, seed });
  return fleet;
}

/** Puts the fleet into empty tables. */
export async function storeFleet(db: Db, fleet: readonly FleetResource[]): Promise<void> {
  await db.insertInto('resources').values(fleet.map(resourceRow)).execute();
  const tags = fleet.flatMap(({ id, keys }) => keyRows(id, keys.tag).map((row) => ({ ...row, origin: 'person' as const })));
  const labels = fleet.flatMap(({ id, keys }) => keyRows(id, keys.label));
  const annotations = fleet.flatMap(({ id, keys }) => keyRows(id, keys.annotation));
  if (tags.length > 0) await db.insertInto('resource_tags').values(tags).execute();
  if (labels.length > 0) await db.insertInto('resource_labels').values(labels).execute();
  if (annotations.length > 0) await db.insertInto('resource_annotations').values(annotations).execute();
}

const keyRows = (id: string, values: Record<string, string>) =>
  Object.entries(values).map(([key, value]) => ({ resource_id: id, key, value, value_fold: fold(value) }));

const COLUMNS = { group: 'group_name', type: 'resource_type' } as const;

function resourceRow({ id, kind, status, name, texts, ip, parentId, times, retired }: FleetResource) {
  const columns = TEXT_FIELDS.flatMap((field) => {
    const text = texts[field] ?? null;
    const column = field === 'group' || field === 'type' ? COLUMNS[field] : field;
    const twin = field === 'type' ? 'resource_type_fold' : `${field}_fold`;
    return [[column, text], [twin, text === null ? null : fold(text)]];
  });
  return {
    id, kind, status, name,
    name_fold: fold(name),
    ...Object.fromEntries(columns),
    ip_address: ip,
    parent_id: parentId,
    first_seen: new Date(times.first_seen),
    last_seen: new Date(times.last_seen),
    created_at: new Date(times.created),
    updated_at: new Date(times.updated),
    retired_at: retired ? NOW : null,
  };
}
