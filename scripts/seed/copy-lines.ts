import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { fold } from '@/domain/fold';
import type { FleetRow } from './fleet-row';

export const RESOURCE_COLUMNS = [
  'id', 'kind', 'name', 'name_fold', 'display_name', 'display_name_fold', 'group_name', 'group_fold', 'parent_id', 'status', 'heard', 'last_seen', 'first_seen',
  'created_at', 'updated_at', 'retired_at', 'revision', 'location', 'location_fold', 'environment', 'environment_fold', 'owner', 'owner_fold', 'platform',
  'platform_fold', 'runtime', 'runtime_fold', 'version', 'version_fold', 'os', 'os_fold', 'arch', 'arch_fold', 'ip_address', 'resource_type',
  'resource_type_fold', 'cluster', 'cluster_fold', 'namespace', 'namespace_fold',
].join(', ');

/** A row of `resources`, and what stands before it. */
export function resourceLine(row: FleetRow, ...before: string[]): string {
  const twice = (text: string | null) => [text, text === null ? null : fold(text)];
  const time = (ms: number) => new Date(ms).toISOString();
  return copyLine([
    ...before, row.id, row.kind, ...twice(row.name), ...twice(row.displayName), ...twice(row.group), row.parentId, row.status, String(row.status !== 'Unknown'),
    time(row.lastSeen), time(row.firstSeen), time(row.createdAt), time(row.updatedAt), row.retiredAt === undefined ? null : time(row.retiredAt),
    String(row.revision ?? 0), ...twice(row.location), ...twice(row.environment), ...twice(row.owner), ...twice(row.platform), ...twice(row.runtime),
    ...twice(row.version), ...twice(row.os), ...twice(row.arch), row.ipAddress, ...twice(row.resourceType), ...twice(row.cluster), ...twice(row.namespace),
  ]);
}

/** The rows of its labels, tags or annotations. */
export const pairLines = (id: string, pairs: Record<string, string> = {}, ...after: string[]): string[] =>
  Object.entries(pairs).map(([key, value]) => copyLine([id, key, value, fold(value), ...after]));

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line of COPY's text format. */
export const copyLine = (values: readonly (string | null)[]): string =>
  `${values.map((value) => (value === null ? '\\N' : value.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char))).join('\t')}\n`;

/** Sends lines into a table, named with its columns. */
export async function copyIn(client: pg.Client, into: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  stream.end(lines.join(''));
  await once(stream, 'finish');
}
