import { type Kysely, sql } from 'kysely';

/**
 * What is known: resources, their labels, tags and annotations, and the keys by which a sender's words find its row.
 * Text is collated "C"; text that is compared has a folded twin written by the application (domain/fold.ts).
 * No index on last_seen: it would end HOT updates and make a heartbeat three times as dear.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE resources (
      id uuid PRIMARY KEY,
      kind text COLLATE "C" NOT NULL CHECK (kind IN ('agent', 'host', 'container', 'app', 'device', 'syslog', 'otel')),
      name text COLLATE "C" NOT NULL CHECK (name <> ''),
      name_fold text COLLATE "C" NOT NULL,
      display_name text COLLATE "C",
      display_name_fold text COLLATE "C",
      group_name text COLLATE "C",
      group_fold text COLLATE "C",
      parent_id uuid REFERENCES resources (id) ON DELETE RESTRICT,
      status text COLLATE "C" NOT NULL DEFAULT 'Offline' CHECK (status IN ('Online', 'Idle', 'Offline', 'Unknown')),
      last_seen timestamptz(3) NOT NULL,
      first_seen timestamptz(3) NOT NULL DEFAULT now(),
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      updated_at timestamptz(3) NOT NULL DEFAULT now(),
      retired_at timestamptz(3),
      location text COLLATE "C",
      location_fold text COLLATE "C",
      environment text COLLATE "C",
      environment_fold text COLLATE "C",
      owner text COLLATE "C",
      owner_fold text COLLATE "C",
      platform text COLLATE "C",
      platform_fold text COLLATE "C",
      runtime text COLLATE "C",
      runtime_fold text COLLATE "C",
      version text COLLATE "C",
      version_fold text COLLATE "C",
      os text COLLATE "C",
      os_fold text COLLATE "C",
      arch text COLLATE "C",
      arch_fold text COLLATE "C",
      ip_address text COLLATE "C",
      resource_type text COLLATE "C",
      resource_type_fold text COLLATE "C",
      cluster text COLLATE "C",
      cluster_fold text COLLATE "C",
      namespace text COLLATE "C",
      namespace_fold text COLLATE "C",
      heard boolean NOT NULL DEFAULT true,
      revision integer NOT NULL DEFAULT 0,
      CONSTRAINT resources_not_own_parent CHECK (parent_id <> id)
    ) WITH (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05)`.execute(db);
  await sql`COMMENT ON COLUMN resources.heard IS 'false: imported and never heard from, so silence says nothing about its status'`.execute(db);
  await sql`COMMENT ON COLUMN resources.revision IS 'counts edits by people only'`.execute(db);
  await sql`CREATE INDEX resources_name ON resources (name_fold, name, id)`.execute(db);
  await sql`CREATE INDEX resources_group ON resources (group_fold)`.execute(db);
  await sql`CREATE INDEX resources_parent ON resources (parent_id)`.execute(db);

  await sql`
    CREATE TABLE resource_labels (
      resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      key text COLLATE "C" NOT NULL,
      value text COLLATE "C" NOT NULL,
      value_fold text COLLATE "C" NOT NULL,
      PRIMARY KEY (resource_id, key)
    )`.execute(db);
  await sql`CREATE INDEX resource_labels_key_value ON resource_labels (key, value_fold, resource_id)`.execute(db);

  await sql`
    CREATE TABLE resource_tags (
      resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      key text COLLATE "C" NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9._/-]{0,127}$'),
      value text COLLATE "C" NOT NULL CHECK (length(value) <= 256),
      value_fold text COLLATE "C" NOT NULL,
      origin text COLLATE "C" NOT NULL CHECK (origin IN ('person', 'source')),
      PRIMARY KEY (resource_id, key)
    )`.execute(db);
  await sql`CREATE INDEX resource_tags_key_value ON resource_tags (key, value_fold, resource_id)`.execute(db);

  await sql`
    CREATE TABLE resource_tag_removals (
      resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      key text COLLATE "C" NOT NULL,
      removed_at timestamptz(3) NOT NULL DEFAULT now(),
      PRIMARY KEY (resource_id, key)
    )`.execute(db);
  await sql`COMMENT ON TABLE resource_tag_removals IS 'keys a person removed: no source sets them again'`.execute(db);

  await sql`
    CREATE TABLE resource_annotations (
      resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      key text COLLATE "C" NOT NULL,
      value text COLLATE "C" NOT NULL,
      value_fold text COLLATE "C" NOT NULL,
      PRIMARY KEY (resource_id, key)
    )`.execute(db);

  await sql`
    CREATE TABLE identity_keys (
      kind text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL,
      strength text COLLATE "C" NOT NULL CHECK (strength IN ('strong', 'medium')),
      resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      PRIMARY KEY (kind, key)
    )`.execute(db);
  await sql`CREATE INDEX identity_keys_resource ON identity_keys (resource_id)`.execute(db);
  await sql`
    CREATE TABLE weak_identity_keys (
      kind text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL,
      resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      cluster text COLLATE "C",
      PRIMARY KEY (kind, key, resource_id)
    )`.execute(db);
  await sql`COMMENT ON TABLE weak_identity_keys IS 'a weak key identifies only while exactly one resource has it and no cluster contradicts'`.execute(db);
  await sql`CREATE INDEX weak_identity_keys_resource ON weak_identity_keys (resource_id)`.execute(db);
  await sql`
    CREATE TABLE suspected_duplicates (
      kept_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      other_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      key text COLLATE "C" NOT NULL,
      seen_at timestamptz(3) NOT NULL DEFAULT now(),
      PRIMARY KEY (kept_id, other_id)
    )`.execute(db);

  await guardParents(db);
}

/** A resource is never its own ancestor, and at most 64 resources stand above one. */
async function guardParents(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE FUNCTION refuse_parent_circle() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE above uuid := NEW.parent_id; depth integer := 0;
    BEGIN
      -- Two concurrent moves can close a circle that neither of them sees; one at a time, each sees the other's.
      PERFORM pg_advisory_xact_lock(hashtext('gosight.parents'));
      WHILE above IS NOT NULL LOOP
        depth := depth + 1;
        IF above = NEW.id THEN
          RAISE EXCEPTION 'resource % would become its own ancestor', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'resources_no_parent_circle';
        END IF;
        IF depth > 64 THEN
          RAISE EXCEPTION 'more than 64 resources above %', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'resources_parent_depth';
        END IF;
        SELECT parent_id INTO above FROM resources WHERE id = above;
      END LOOP;
      RETURN NULL;
    END $$`.execute(db);
  // AFTER, so that a statement that moves several rows is judged by its outcome.
  await sql`
    CREATE TRIGGER resources_parent_moves AFTER UPDATE OF parent_id ON resources FOR EACH ROW
      WHEN (NEW.parent_id IS NOT NULL AND NEW.parent_id IS DISTINCT FROM OLD.parent_id)
      EXECUTE FUNCTION refuse_parent_circle()`.execute(db);
  await sql`
    CREATE FUNCTION refuse_deep_insert() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        WITH RECURSIVE up AS (
          SELECT DISTINCT parent_id AS at, 1 AS depth FROM inserted WHERE parent_id IS NOT NULL
          UNION
          SELECT r.parent_id, up.depth + 1 FROM up JOIN resources r ON r.id = up.at WHERE r.parent_id IS NOT NULL AND up.depth <= 64
        ) SELECT FROM up WHERE depth > 64
      ) THEN
        RAISE EXCEPTION 'parents form a circle, or more than 64 stand above a resource' USING ERRCODE = 'check_violation', CONSTRAINT = 'resources_parent_depth';
      END IF;
      RETURN NULL;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER resources_parent_arrives AFTER INSERT ON resources REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT
      WHEN (current_setting('gosight.bulk', true) IS DISTINCT FROM 'on')
      EXECUTE FUNCTION refuse_deep_insert()`.execute(db);
}
