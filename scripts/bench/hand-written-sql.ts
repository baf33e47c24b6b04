import type { Client } from 'pg';
import { fold } from '@/domain/fold';
import { GROUPS, LOCATIONS, NAMESPACES, SERVICES, TEAMS } from '../seed/fleet-words';
import { at, type BenchFleet, FACETS, largestSubtree, partOfName, randomRank, someId } from './questions';
import type { Question } from './measure';

/** The rows of a page as the table shows them: the ids that `picked` gives, with all they have. */
const rowsOf = (picked: string) => `WITH picked AS MATERIALIZED (${picked}) SELECT s.* FROM picked JOIN resource_summary s USING (id)`;
const byName = 'ORDER BY r.name_fold, r.name, r.id LIMIT 100';
const inService = 'FROM resources r WHERE r.retired_at IS NULL';
const page = (where: string, order = byName) => rowsOf(`SELECT r.id ${inService}${where === '' ? '' : ` AND ${where}`} ${order}`);
const tag = (key: string, place = '$1') => `EXISTS (SELECT FROM resource_tags t WHERE t.resource_id = r.id AND t.key = '${key}' AND t.value_fold = ${place})`;
const prod = `EXISTS (SELECT FROM resource_tags t WHERE t.resource_id = r.id AND t.key = 'env' AND t.value_fold = 'prod')`;
const named = (place = '$1') => `r.name_fold LIKE '%' || ${place} || '%'`;
const below = `
  WITH RECURSIVE t AS (SELECT id, kind, status FROM resources WHERE parent_id = $1 AND retired_at IS NULL UNION ALL SELECT x.id, x.kind, x.status FROM t
    CROSS JOIN LATERAL (SELECT id, kind, status FROM resources c WHERE c.parent_id = t.id AND c.retired_at IS NULL OFFSET 0) x)`;
const rollup = `${below} SELECT kind, status, count(*) FROM t GROUP BY 1, 2`;

const COLUMN_OF_FACET: Record<string, string> = { group: 'group_name', type: 'resource_type' };

/** All facets of one answer in one statement, over the rows that match. */
const facets = (where = '') => {
  const counts = FACETS.map((facet) =>
    facet === 'tag:team'
      ? `(SELECT 'tag:team' AS field, t.value, count(*) AS n FROM m JOIN resource_tags t ON t.resource_id = m.id AND t.key = 'team' GROUP BY 2 ORDER BY 3 DESC LIMIT 20)`
      : `(SELECT '${facet}', ${COLUMN_OF_FACET[facet] ?? facet}, count(*) FROM m GROUP BY 2 ORDER BY 3 DESC LIMIT 20)`,
  );
  const columns = FACETS.filter((facet) => facet !== 'tag:team').map((facet) => COLUMN_OF_FACET[facet] ?? facet);
  return `WITH m AS MATERIALIZED (SELECT r.id, ${columns.map((column) => `r.${column}`).join(', ')} ${inService}${where === '' ? '' : ` AND ${where}`}) ${counts.join(' UNION ALL ')}`;
};

const five = `r.kind IN ('container', 'app') AND ${prod} AND r.status = 'Online' AND NOT EXISTS (SELECT FROM resource_tags t WHERE t.resource_id = r.id AND t.key = 'critical')
  AND (r.location_fold = $1 OR ${named('$2')})`;
const above = (condition: string) => `EXISTS (WITH RECURSIVE up AS (SELECT p.* FROM resources p WHERE p.id = r.parent_id UNION ALL SELECT p.* FROM up JOIN resources p ON p.id = up.parent_id)
  SELECT FROM up WHERE ${condition})`;
const beneath = `EXISTS (WITH RECURSIVE down AS (SELECT c.id FROM resources c WHERE c.parent_id = r.id UNION ALL SELECT c.id FROM down JOIN resources c ON c.parent_id = down.id)
  SELECT FROM down JOIN resource_tags t ON t.resource_id = down.id AND t.key = 'team' AND t.value_fold = $1)`;
const oneBeneath = `EXISTS (SELECT FROM resources c JOIN resource_tags t ON t.resource_id = c.id AND t.key = 'team' AND t.value_fold = $1 WHERE c.parent_id = r.id)`;
const valuesOfTeam = (where: string) => `SELECT t.value, count(*) FROM resource_tags t JOIN resources r ON r.id = t.resource_id WHERE t.key = 'team' AND t.value_fold LIKE '%' || $1 || '%' AND r.retired_at IS NULL${where} GROUP BY 1 ORDER BY 2 DESC LIMIT 20`;

interface HandWritten {
  sql: string;
  values?: (round: number) => unknown[];
}

/** The benchmark's questions as somebody who knows PostgreSQL would write them, without an index of our own. */
export function handWrittenSql(client: Client, fleet: BenchFleet): Question[] {
  const location = (round: number) => [fold(at(LOCATIONS, round))];
  const team = (round: number) => [at(TEAMS, round)];
  const part = (round: number) => [partOfName(round)];
  const fives = (round: number) => [...location(round), partOfName(round)];
  const statements: Record<string, HandWritten> = {
    'page-first': { sql: page('') },
    'page-next': { sql: page('(r.name_fold, r.name, r.id) > ($1, $1, $2)'), values: (round) => [partOfName(round), someId(fleet, 'host', round)] },
    'page-broad': { sql: page(prod) },
    'page-middle': { sql: page(tag('team')), values: team },
    'page-narrow': { sql: page(`EXISTS (SELECT FROM resource_tags t WHERE t.resource_id = r.id AND t.key = 'ring' AND t.value_fold = 'canary')`) },
    'page-last-seen': { sql: page(`r.kind = 'container' AND r.group_fold = $1`, 'ORDER BY r.last_seen DESC, r.id LIMIT 100'), values: (round) => [at(GROUPS, round)] },
    'page-absent': {
      sql: page(`r.kind = 'container' AND EXISTS (SELECT FROM resource_labels l WHERE l.resource_id = r.id AND l.key = 'namespace' AND l.value_fold = $1)
        AND NOT EXISTS (SELECT FROM resource_tags t WHERE t.resource_id = r.id AND t.key = 'critical')`),
      values: (round) => [at(NAMESPACES, round)],
    },
    'page-substring': { sql: page(`${named()} AND ${prod}`), values: part },
    'page-freetext': {
      sql: page(`(${named()} OR r.display_name_fold LIKE '%' || $1 || '%' OR EXISTS (SELECT FROM resource_tags t WHERE t.resource_id = r.id AND t.value_fold LIKE '%' || $1 || '%')
        OR EXISTS (SELECT FROM resource_labels l WHERE l.resource_id = r.id AND l.value_fold LIKE '%' || $1 || '%'))`),
      values: (round) => [at(SERVICES, round)],
    },
    'page-anywhere': { sql: page('', 'ORDER BY r.name_fold, r.name, r.id LIMIT 100 OFFSET $1'), values: (round) => [randomRank(fleet, round)] },
    count: { sql: `SELECT count(*) ${inService} AND r.status = 'Online' AND ${tag('team')}`, values: team },
    'facets-none': { sql: facets() },
    'facets-one': { sql: facets(tag('team')), values: team },
    'facets-two': { sql: facets(`r.kind = 'container' AND ${tag('team')}`), values: team },
    'facets-substring': { sql: facets(`r.kind = 'container' AND ${prod} AND ${named()}`), values: part },
    suggest: { sql: valuesOfTeam(''), values: (round) => [at(TEAMS, round).slice(0, 2)] },
    children: { sql: page('r.parent_id = $1'), values: (round) => [someId(fleet, 'host', round)] },
    rollup: { sql: rollup, values: (round) => [someId(fleet, 'host', round)] },
    'rollup-94k': { sql: rollup, values: () => [largestSubtree(fleet)] },
    'five-terms-page': { sql: page(five), values: fives },
    'five-terms-count': { sql: `SELECT count(*) ${inService} AND ${five}`, values: fives },
    'five-terms-facets': { sql: facets(five), values: fives },
    ancestor: { sql: page(`r.kind = 'app' AND ${above(`up.kind = 'host' AND up.location_fold = $1`)}`), values: location },
    descendant: { sql: page(`r.kind = 'host' AND ${beneath}`), values: team },
    child: { sql: page(`r.kind = 'host' AND ${oneBeneath}`), values: team },
    parent: { sql: page(`r.kind = 'container' AND EXISTS (SELECT FROM resources p WHERE p.id = r.parent_id AND p.location_fold = $1)`), values: location },
    under: { sql: `${below} SELECT s.* FROM (SELECT r.id FROM t JOIN resources r USING (id) ${byName}) k JOIN resource_summary s USING (id)`, values: () => [largestSubtree(fleet)] },
    'suggest-counted': {
      sql: valuesOfTeam(` AND r.kind = 'container' AND EXISTS (SELECT FROM resource_tags e WHERE e.resource_id = r.id AND e.key = 'env' AND e.value_fold = 'prod')`),
      values: (round) => [at(TEAMS, round).slice(0, 2)],
    },
    'tag-edit': {
      sql: `INSERT INTO resource_tags (resource_id, key, value, value_fold, origin) VALUES ($1, 'bench-sql', $2, $2, 'person')
        ON CONFLICT (resource_id, key) DO UPDATE SET value = excluded.value, value_fold = excluded.value_fold`,
      values: (round) => [someId(fleet, 'container', round), `round-${round}`],
    },
    'read-after-edit': { sql: page(tag('bench-sql')), values: (round) => [`round-${round}`] },
  };
  return Object.entries(statements).map(([name, { sql, values }]) => ({ name, ask: (round) => client.query(sql, values?.(round) ?? []) }));
}
