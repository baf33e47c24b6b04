import { type Kysely, sql } from 'kysely';

/**
 * Every row on a screen is read from here. A plain view: never stale, no cross product of labels and tags,
 * and '{}' where there is none.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE VIEW resource_summary AS
    SELECT r.id, r.kind, r.name, r.display_name, r.group_name, r.parent_id, p.name AS parent_name, p.kind AS parent_kind,
      (SELECT count(*) FROM resources c WHERE c.parent_id = r.id AND c.retired_at IS NULL)::integer AS child_count,
      r.status, r.last_seen, r.first_seen, r.created_at, r.updated_at, r.retired_at,
      r.location, r.environment, r.owner, r.platform, r.runtime, r.version, r.os, r.arch, r.ip_address,
      r.resource_type, r.cluster, r.namespace, r.revision,
      COALESCE((SELECT jsonb_object_agg(l.key, l.value) FROM resource_labels l WHERE l.resource_id = r.id), '{}') AS labels,
      COALESCE((SELECT jsonb_object_agg(t.key, t.value) FROM resource_tags t WHERE t.resource_id = r.id), '{}') AS tags,
      COALESCE((SELECT jsonb_object_agg(a.key, a.value) FROM resource_annotations a WHERE a.resource_id = r.id), '{}') AS annotations
    FROM resources r LEFT JOIN resources p ON p.id = r.parent_id`.execute(db);
}
