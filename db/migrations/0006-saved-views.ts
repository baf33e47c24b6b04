import { type Kysely, sql } from 'kysely';

/** Views of the inventory under a name. What a view shows is kept as the address spells it; an empty text is the usual. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE saved_views (
      id uuid PRIMARY KEY,
      slug text COLLATE "C" NOT NULL UNIQUE,
      name text COLLATE "C" NOT NULL,
      name_fold text COLLATE "C" NOT NULL UNIQUE,
      query text COLLATE "C" NOT NULL,
      sort text COLLATE "C" NOT NULL,
      columns text COLLATE "C" NOT NULL,
      pinned smallint NOT NULL,
      grouped_by text COLLATE "C" NOT NULL,
      density text COLLATE "C" NOT NULL,
      picture text COLLATE "C" NOT NULL,
      is_default boolean NOT NULL DEFAULT false,
      revision integer NOT NULL DEFAULT 0,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      updated_at timestamptz(3) NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`COMMENT ON COLUMN saved_views.revision IS 'counts the changes of what is shown and of the names; to be the default or not is none'`.execute(db);
  await sql`CREATE UNIQUE INDEX saved_views_default ON saved_views (is_default) WHERE is_default`.execute(db);
  await sql`COMMENT ON COLUMN audit.inverse IS 'the changes that would undo this one, in the form of changes: [{resourceId or viewId, field, oldValue, newValue}]'`.execute(db);
}
