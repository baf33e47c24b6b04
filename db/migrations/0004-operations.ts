import { type Kysely, sql } from 'kysely';

/**
 * Edits of the tags of many resources. Which resources is frozen when the edit is made, in chunks of ids in their order; a chunk is
 * done in one transaction together with what it did, so that a process may end anywhere between two chunks.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE operations (
      id uuid PRIMARY KEY,
      state text COLLATE "C" NOT NULL CHECK (state IN ('previewed', 'running', 'done', 'failed')),
      actor_type text COLLATE "C" NOT NULL,
      actor_name text COLLATE "C" NOT NULL,
      action text COLLATE "C" NOT NULL,
      reason text COLLATE "C",
      query text COLLATE "C",
      patch jsonb NOT NULL,
      undoes uuid UNIQUE REFERENCES operations (id) ON DELETE CASCADE,
      matched integer NOT NULL DEFAULT 0,
      chunks integer NOT NULL DEFAULT 0,
      chunks_done integer NOT NULL DEFAULT 0,
      processed integer NOT NULL DEFAULT 0,
      changed integer NOT NULL DEFAULT 0,
      unchanged integer NOT NULL DEFAULT 0,
      refused integer NOT NULL DEFAULT 0,
      skipped integer NOT NULL DEFAULT 0,
      failure text COLLATE "C",
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      expires_at timestamptz(3) NOT NULL DEFAULT now() + interval '30 minutes',
      started_at timestamptz(3),
      finished_at timestamptz(3)
    )`.execute(db);
  await sql`COMMENT ON COLUMN operations.query IS 'the selector as it was asked; null when ids were named'`.execute(db);
  await sql`COMMENT ON COLUMN operations.undoes IS 'the operation that this one takes back; each is taken back once'`.execute(db);
  await sql`COMMENT ON COLUMN operations.expires_at IS 'until when a preview can be run'`.execute(db);
  await sql`CREATE INDEX operations_unfinished ON operations (id) WHERE state = 'running'`.execute(db);
  await sql`CREATE INDEX operations_previewed ON operations (expires_at) WHERE state = 'previewed'`.execute(db);
  await sql`
    CREATE TABLE operation_chunks (
      operation_id uuid NOT NULL REFERENCES operations (id) ON DELETE CASCADE,
      place integer NOT NULL,
      ids uuid[] NOT NULL,
      outcomes text[] COLLATE "C",
      touched json,
      PRIMARY KEY (operation_id, place)
    )`.execute(db);
  await sql`COMMENT ON COLUMN operation_chunks.outcomes IS 'one for each id, null until the chunk is done'`.execute(db);
  await sql`COMMENT ON COLUMN operation_chunks.touched IS 'every tag that was written, as it was and as it is: what an undo needs'`.execute(db);
  await sql`ALTER TABLE audit ADD COLUMN operation_id uuid`.execute(db);
  await sql`COMMENT ON COLUMN audit.operation_id IS 'the edit of many resources that this is a part of; kept when that is forgotten'`.execute(db);
  await sql`CREATE INDEX audit_operation ON audit (operation_id) WHERE operation_id IS NOT NULL`.execute(db);
}
