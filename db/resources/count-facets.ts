import { type RawBuilder, sql } from 'kysely';
import type { FacetCounts, FacetValue } from '@/domain/facet-counts';
import { fold } from '@/domain/fold';
import { KINDS } from '@/domain/kinds';
import { type Facet, withoutFacet } from '@/domain/selector/facet-terms';
import { printSelector } from '@/domain/selector/print-selector';
import type { Selector } from '@/domain/selector/tree';
import { escapeLike } from '@/domain/selector/wildcard';
import { STATUSES } from '@/domain/status';
import type { Db } from '../client';
import { FIELD_COLUMNS } from '../field-columns';
import { matches } from '../matches';

export interface FacetQuery {
  selector: Selector;
  facets: { name: string; facet: Facet }[];
  /** How many values of each. */
  limit: number;
  /** Only values that contain this text; what is missing does not depend on it. */
  search?: string;
  now: Date;
  /** Each facet's own terms stay in the query: its values are the groups of the query's rows. */
  ownTerms?: 'kept';
}

/** All counts in one statement, so that they agree with one another. Each facet leaves its own terms out of the query, unless they are kept. */
export async function countFacets(db: Db, query: FacetQuery): Promise<{ total: number; facets: FacetCounts[] }> {
  const scopes = new Map<string, { name: string; selector: Selector }>();
  const scopeOf = (selector: Selector) => {
    const text = printSelector(selector);
    const scope = scopes.get(text) ?? { name: `picked${scopes.size}`, selector };
    scopes.set(text, scope);
    return sql.id(scope.name);
  };
  const total = scopeOf(query.selector);
  const counted = query.facets.map(({ name, facet }, place) => facetQuery(place, facet, scopeOf(query.ownTerms === 'kept' ? query.selector : withoutFacet(query.selector, name)), query));
  const columns = neededColumns(query.facets.map(({ facet }) => facet));
  const picks = [...scopes.values()].map(
    ({ name, selector }) => sql`${sql.id(name)} AS MATERIALIZED (SELECT ${columns} FROM resources AS r WHERE ${matches(selector, { now: query.now })})`,
  );
  const { rows } = await sql<FacetRow>`
    WITH ${sql.join(picks)}
    SELECT -1 AS place, count(*) AS missing, 0 AS more, NULL::jsonb AS counts FROM ${total}
    ${sql.join(counted.map((each) => sql`UNION ALL (${each})`), sql` `)}`.execute(db);
  const rowAt = new Map(rows.map((row) => [row.place, row]));
  return {
    total: rowAt.get(-1)?.missing ?? 0,
    facets: query.facets.map(({ name }, place) => {
      const { counts, more, missing } = rowAt.get(place) ?? { counts: null, more: 0, missing: 0 };
      return { field: name, values: (counts ?? []).map(readValue), more, missing };
    }),
  };
}

/** Narrow rows, so that they stay in memory. */
function neededColumns(facets: Facet[]): RawBuilder<unknown> {
  const names = facets.flatMap((facet) => {
    if (facet.type !== 'field') return [];
    const { stored, fold: folded } = FIELD_COLUMNS[facet.field];
    return folded === null ? [stored] : [stored, folded];
  });
  return sql.join([...new Set(['id', ...names])].map((name) => sql.ref(`r.${name}`)));
}

interface FacetRow {
  place: number;
  missing: number;
  more: number;
  counts: { n: number; spelled: string[] }[] | null;
}

const readValue = ({ n, spelled }: { n: number; spelled: string[] }): FacetValue => ({
  value: spelled[0] ?? '',
  count: n,
  ...(spelled.length > 1 ? { variants: spelled } : {}),
});

function facetQuery(place: number, facet: Facet, picked: RawBuilder<unknown>, { limit, search }: FacetQuery): RawBuilder<unknown> {
  const { source, present } = facetSource(facet, picked);
  return sql`
    WITH spellings AS (SELECT folded, raw, count(*) AS n FROM (${source}) AS found GROUP BY folded, raw),
      buckets AS (SELECT folded, sum(n)::bigint AS n, array_agg(raw ORDER BY n DESC, raw) AS spelled FROM spellings GROUP BY folded),
      wanted AS (SELECT * FROM buckets ${searched(facet, search)}),
      shown AS (SELECT * FROM wanted ORDER BY n DESC, folded LIMIT ${limit})
    SELECT ${place}::integer, (SELECT count(*) FROM ${picked}) - (${present}), (SELECT count(*) FROM wanted) - (SELECT count(*) FROM shown),
      (SELECT jsonb_agg(jsonb_build_object('n', n, 'spelled', spelled) ORDER BY n DESC, folded) FROM shown)`;
}

interface FacetSource {
  /** One row for each resource and value. */
  source: RawBuilder<unknown>;
  /** How many resources have any; reads `buckets`. */
  present: RawBuilder<unknown>;
}

const SUM_OF_BUCKETS = sql`SELECT coalesce(sum(n), 0)::bigint FROM buckets`;

function facetSource(facet: Facet, picked: RawBuilder<unknown>): FacetSource {
  if (facet.type === 'field') {
    const { stored, fold: folded } = FIELD_COLUMNS[facet.field];
    return {
      source: sql`SELECT ${sql.ref(folded ?? stored)} AS folded, ${sql.ref(stored)} AS raw FROM ${picked} WHERE ${sql.ref(stored)} IS NOT NULL`,
      present: SUM_OF_BUCKETS,
    };
  }
  const table = sql.table(`resource_${facet.space}s`);
  const joined = sql`${picked} AS p JOIN ${table} AS kv ON kv.resource_id = p.id`;
  if (facet.type === 'values') {
    // uses (key, value_fold, resource_id) or, for few resources, the primary key
    return { source: sql`SELECT kv.value_fold AS folded, kv.value AS raw FROM ${joined} WHERE kv.key = ${facet.key}`, present: SUM_OF_BUCKETS };
  }
  return {
    source: sql`SELECT kv.key AS folded, kv.key AS raw FROM ${joined}`,
    present: sql`SELECT count(*) FROM ${picked} AS p WHERE EXISTS (SELECT FROM ${table} AS kv WHERE kv.resource_id = p.id)`,
  };
}

/** Fixed words have no folded twin: the few of them that contain the text are named. */
function searched(facet: Facet, search: string | undefined): RawBuilder<unknown> {
  const text = fold(search ?? '');
  if (text === '') return sql``;
  const isFixed = facet.type === 'field' && FIELD_COLUMNS[facet.field].fold === null;
  if (!isFixed) return sql`WHERE folded LIKE ${`%${escapeLike(text)}%`}`;
  return sql`WHERE folded = ANY(${[...KINDS, ...STATUSES].filter((word) => fold(word).includes(text))}::text[])`;
}
