import { sql } from 'kysely';
import type { Kind } from '@/domain/kinds';
import type { IdentityKey } from '@/domain/resource-report';
import type { WriteTx } from '../write-tx';

interface NewKey {
  kind: Kind;
  key: string;
  strength: 'strong' | 'medium';
  resourceId: string;
}

interface NewWeakKey {
  kind: Kind;
  key: string;
  resourceId: string;
  cluster: string | null;
}

interface Duplicate {
  keptId: string;
  otherId: string;
  key: string;
}

/** Which row each key means, as far as one batch needs to know: what the database says, and what the batch adds to it. */
export class IdentityIndex {
  private readonly certain = new Map<string, string>();
  private readonly weak = new Map<string, Map<string, string | null>>();
  /** Row, then what its certain keys are about, then their values. */
  private readonly known = new Map<string, Map<string, Set<string>>>();
  readonly newKeys: NewKey[] = [];
  readonly newWeakKeys = new Map<string, NewWeakKey>();
  readonly duplicates: Duplicate[] = [];

  /** Reads who holds these keys. Every key is asked for before it is looked up. */
  async load(tx: WriteTx, wanted: { kind: Kind; key: IdentityKey }[]): Promise<void> {
    const certain = wanted.filter(({ key }) => key.strength !== 'weak');
    const weak = wanted.filter(({ key }) => key.strength === 'weak');
    const found = await sql<{ kind: Kind; key: string; resource_id: string }>`
      SELECT kind, key, resource_id FROM identity_keys
      JOIN unnest(${certain.map(({ kind }) => kind)}::text[], ${certain.map(({ key }) => key.key)}::text[]) u(kind, key) USING (kind, key)`.execute(tx);
    for (const row of found.rows) this.certain.set(slot(row.kind, row.key), row.resource_id);
    if (weak.length === 0) return;
    const holders = await sql<{ kind: Kind; key: string; resource_id: string; cluster: string | null }>`
      SELECT kind, key, resource_id, cluster FROM weak_identity_keys
      JOIN unnest(${weak.map(({ kind }) => kind)}::text[], ${weak.map(({ key }) => key.key)}::text[]) u(kind, key) USING (kind, key)`.execute(tx);
    for (const row of holders.rows) holdersIn(this.weak, slot(row.kind, row.key)).set(row.resource_id, row.cluster);
    await this.loadKnown(tx, [...new Set(holders.rows.map((row) => row.resource_id))]);
  }

  private async loadKnown(tx: WriteTx, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await tx.selectFrom('identity_keys').select(['key', 'resource_id']).where('resource_id', '=', sql<string>`ANY(${ids}::uuid[])`).execute();
    for (const row of rows) this.learn(row.resource_id, row.key);
  }

  private learn(resourceId: string, key: string): void {
    const [about, value] = splitKey(key);
    let byAbout = this.known.get(resourceId);
    if (byAbout === undefined) this.known.set(resourceId, (byAbout = new Map()));
    const values = byAbout.get(about);
    if (values === undefined) byAbout.set(about, new Set([value]));
    else values.add(value);
  }

  /** The row that these keys mean: the strongest that is known decides; a weak one only while it is beyond doubt. */
  find(kind: Kind, keys: IdentityKey[]): string | undefined {
    const active = keys.filter((key) => key.passive === undefined);
    for (const strength of ['strong', 'medium'] as const) {
      for (const key of active) {
        const id = key.strength === strength ? this.certain.get(slot(kind, key.key)) : undefined;
        if (id !== undefined) return id;
      }
    }
    for (const key of active) {
      const holders = key.strength === 'weak' ? this.weak.get(slot(kind, key.key)) : undefined;
      const [only] = holders?.size === 1 ? holders : [];
      if (only !== undefined && !clustersDiffer(only[1], key.cluster) && !this.contradicts(only[0], keys)) return only[0];
    }
    return undefined;
  }

  /** Whether a row is known by another value of something that these keys are certain about. */
  private contradicts(resourceId: string, keys: IdentityKey[]): boolean {
    const known = this.known.get(resourceId);
    if (known === undefined) return false;
    return keys.some((key) => {
      if (key.strength === 'weak') return false;
      const [about, value] = splitKey(key.key);
      const values = known.get(about);
      return values !== undefined && !values.has(value) && !GROUPS_ONLY.test(about);
    });
  }

  /** Writes down that these keys mean this row. A key that means another row stays there: the two may be one. */
  record(kind: Kind, keys: IdentityKey[], resourceId: string): void {
    for (const key of keys) {
      if (key.strength === 'weak') this.recordWeak(kind, key, resourceId);
      else this.recordCertain(kind, key, key.strength, resourceId);
    }
  }

  private recordCertain(kind: Kind, key: IdentityKey, strength: 'strong' | 'medium', resourceId: string): void {
    const holder = this.certain.get(slot(kind, key.key));
    if (holder === undefined) {
      this.certain.set(slot(kind, key.key), resourceId);
      this.newKeys.push({ kind, key: key.key, strength, resourceId });
    } else if (holder !== resourceId && key.passive === undefined) {
      this.duplicates.push({ keptId: resourceId, otherId: holder, key: key.key });
    }
    if (holder === undefined || holder === resourceId || key.passive !== undefined) this.learn(resourceId, key.key);
  }

  private recordWeak(kind: Kind, key: IdentityKey, resourceId: string): void {
    const holders = holdersIn(this.weak, slot(kind, key.key));
    const cluster = holders.get(resourceId) ?? key.cluster ?? null;
    if (holders.has(resourceId) && holders.get(resourceId) === cluster) return;
    holders.set(resourceId, cluster);
    this.newWeakKeys.set(`${slot(kind, key.key)} ${resourceId}`, { kind, key: key.key, resourceId, cluster });
  }

  /** Stores what was recorded. */
  async write(tx: WriteTx): Promise<void> {
    const weak = [...this.newWeakKeys.values()];
    if (this.newKeys.length > 0) {
      await sql`
        INSERT INTO identity_keys (kind, key, strength, resource_id)
        SELECT * FROM unnest(${this.newKeys.map((k) => k.kind)}::text[], ${this.newKeys.map((k) => k.key)}::text[],
                             ${this.newKeys.map((k) => k.strength)}::text[], ${this.newKeys.map((k) => k.resourceId)}::uuid[])`.execute(tx);
    }
    if (weak.length > 0) {
      await sql`
        INSERT INTO weak_identity_keys (kind, key, resource_id, cluster)
        SELECT * FROM unnest(${weak.map((k) => k.kind)}::text[], ${weak.map((k) => k.key)}::text[],
                             ${weak.map((k) => k.resourceId)}::uuid[], ${weak.map((k) => k.cluster)}::text[])
        ON CONFLICT (kind, key, resource_id) DO UPDATE SET cluster = excluded.cluster`.execute(tx);
    }
    if (this.duplicates.length > 0) {
      await sql`
        INSERT INTO suspected_duplicates (kept_id, other_id, key)
        SELECT * FROM unnest(${this.duplicates.map((d) => d.keptId)}::uuid[], ${this.duplicates.map((d) => d.otherId)}::uuid[],
                             ${this.duplicates.map((d) => d.key)}::text[])
        ON CONFLICT (kept_id, other_id) DO NOTHING`.execute(tx);
    }
  }
}

/** Keys that keep reports with little knowledge together say nothing against a row that is known better. */
const GROUPS_ONLY = /\.(?:only|bare)$/;

const slot = (kind: Kind, key: string): string => `${kind} ${key}`;

function splitKey(key: string): [string, string] {
  const at = key.indexOf('=');
  return [key.slice(0, at), key.slice(at + 1)];
}

const clustersDiffer = (known: string | null, said: string | null | undefined): boolean => known !== null && said !== null && said !== undefined && known !== said;

function holdersIn(weak: Map<string, Map<string, string | null>>, key: string): Map<string, string | null> {
  let holders = weak.get(key);
  if (holders === undefined) weak.set(key, (holders = new Map()));
  return holders;
}
