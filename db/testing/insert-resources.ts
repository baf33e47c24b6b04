import { fold } from '@/domain/fold';
import type { Kind } from '@/domain/kinds';
import type { Status } from '@/domain/status';
import { uuidV7 } from '@/domain/uuid-v7';
import type { Db } from '../client';

export interface TestResource {
  id?: string;
  kind?: Kind;
  name: string;
  displayName?: string;
  group?: string;
  environment?: string;
  version?: string;
  status?: Status;
  lastSeen?: string;
  parentId?: string;
  retiredAt?: string;
  labels?: Record<string, string>;
  tags?: Record<string, string>;
  annotations?: Record<string, string>;
}

const foldOf = (text: string | undefined) => (text === undefined ? null : fold(text));

/** Rows as a test needs them, without a door. Answers their ids, in order. */
export async function insertResources(db: Db, resources: readonly TestResource[]): Promise<string[]> {
  const rows = resources.map((resource) => ({ ...resource, id: resource.id ?? uuidV7() }));
  if (rows.length === 0) return [];
  await db
    .insertInto('resources')
    .values(
      rows.map((row) => ({
        id: row.id,
        kind: row.kind ?? 'host',
        name: row.name,
        name_fold: fold(row.name),
        display_name: row.displayName ?? null,
        display_name_fold: foldOf(row.displayName),
        group_name: row.group ?? null,
        group_fold: foldOf(row.group),
        environment: row.environment ?? null,
        environment_fold: foldOf(row.environment),
        version: row.version ?? null,
        version_fold: foldOf(row.version),
        status: row.status ?? 'Online',
        last_seen: row.lastSeen ?? '2026-01-01T00:00:00.000Z',
        parent_id: row.parentId ?? null,
        retired_at: row.retiredAt ?? null,
      })),
    )
    .execute();
  for (const space of ['labels', 'tags', 'annotations'] as const) {
    const pairs = rows.flatMap((row) => Object.entries(row[space] ?? {}).map(([key, value]) => ({ resource_id: row.id, key, value, value_fold: fold(value) })));
    if (pairs.length === 0) continue;
    if (space === 'tags') await db.insertInto('resource_tags').values(pairs.map((pair) => ({ ...pair, origin: 'source' as const }))).execute();
    else await db.insertInto(`resource_${space}`).values(pairs).execute();
  }
  return rows.map((row) => row.id);
}
