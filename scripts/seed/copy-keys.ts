import type pg from 'pg';
import { fitKey, underParent } from '@/db/resources/report-nodes';
import { keysFromLabels } from '@/server/ingest/keys-from-labels';
import { copyIn, copyLine } from './copy-lines';
import type { FleetRow } from './fleet-row';

/** Where keys wait until it is known who holds them already. */
export async function prepareKeys(client: pg.Client): Promise<void> {
  await client.query('CREATE TEMP TABLE new_keys (LIKE identity_keys)');
  await client.query('CREATE TEMP TABLE new_weak_keys (LIKE weak_identity_keys)');
}

/** How each of these resources is recognised, so that its next report finds it. */
export async function stageKeys(client: pg.Client, rows: readonly FleetRow[]): Promise<void> {
  const certain: string[] = [];
  const weak: string[] = [];
  for (const row of rows) {
    for (const key of keysOf(row)) {
      if (key.strength === 'weak') weak.push(copyLine([row.kind, key.key, row.id, key.cluster ?? null]));
      else certain.push(copyLine([row.kind, key.key, key.strength, row.id]));
    }
  }
  await copyIn(client, 'new_keys (kind, key, strength, resource_id)', certain);
  await copyIn(client, 'new_weak_keys (kind, key, resource_id, cluster)', weak);
}

/** Writes down the keys of the resources of this table. A key that is taken stays where it is. */
export async function writeKeys(client: pg.Client, of = 'resources'): Promise<void> {
  await client.query(`INSERT INTO identity_keys SELECT k.* FROM new_keys k JOIN ${of} o ON o.id = k.resource_id ON CONFLICT DO NOTHING`);
  await client.query(`INSERT INTO weak_identity_keys SELECT k.* FROM new_weak_keys k JOIN ${of} o ON o.id = k.resource_id ON CONFLICT DO NOTHING`);
  await client.query('TRUNCATE new_keys, new_weak_keys');
}

function keysOf(row: FleetRow) {
  const { parentId } = row;
  const keys = keysFromLabels({
    kind: row.kind,
    name: row.name,
    labels: row.labels,
    group: row.group ?? undefined,
    cluster: row.cluster ?? undefined,
    hasParent: parentId !== null,
  });
  return keys.map(fitKey).map((key) => (parentId === null ? key : underParent(key, parentId)));
}
