import { generate, getDialect, RawExpressionNode } from 'kysely-codegen';
import { connect } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';

const time = 'Timestamp';
const textMap = 'Record<string, string>';

/** PostgreSQL reports every column of a view as nullable; these never are. A test compares the list with the view. */
export const VIEW_NEVER_NULL = {
  id: 'string', kind: 'Kind', name: 'string', child_count: 'number', status: 'Status',
  last_seen: time, first_seen: time, created_at: time, updated_at: time, revision: 'number',
  labels: textMap, tags: textMap, annotations: textMap,
};

const COLUMNS = {
  ...Object.fromEntries(Object.entries(VIEW_NEVER_NULL).map(([column, type]) => [`resource_summary.${column}`, type])),
  'resource_summary.parent_kind': 'Kind | null',
  'resources.kind': 'Kind',
  'resources.status': new RawExpressionNode('Generated<Status>'),
  'resource_tags.origin': new RawExpressionNode("'person' | 'source'"),
  'identity_keys.strength': new RawExpressionNode("'strong' | 'medium'"),
  'resource_changes.what': new RawExpressionNode("'r' | 'd' | 't' | 'l' | 'a' | 'h'"),
  'resource_changes.seen': new RawExpressionNode('ArrayType<Timestamp>'),
  'operations.state': new RawExpressionNode("'previewed' | 'running' | 'done' | 'failed'"),
  'operations.patch': new RawExpressionNode('ColumnType<TagPatch, string, string>'),
};

/** The TypeScript of the schema of the migrated database at `url`. */
export async function generateSchema(url: string): Promise<string> {
  // Not the generator's own pool: nothing listens to its connections, and one that PostgreSQL closes would end the process.
  const db = connect(url, { maxConnections: 1 });
  try {
    await migrateToLatest(db);
    const generated = await generate({
      db,
      dialect: getDialect('postgres'),
      excludePattern: 'kysely_*',
      overrides: { columns: COLUMNS },
      customImports: { Kind: '@/domain/kinds', Status: '@/domain/status', TagPatch: '@/domain/tags' },
      typeMapping: { timestamptz: 'Timestamp', int8: 'number', xid8: 'string', uuid: 'string' },
      typeOnlyImports: true,
    });
    // Times are read as text (db/client.ts).
    return generated.replace(/^export type Timestamp = .*$/m, 'export type Timestamp = ColumnType<string, Date | string, Date | string>;');
  } finally {
    await db.destroy();
  }
}
