import { sql, type SqlBool } from 'kysely';
import { KIND_DESCRIPTIONS, KINDS } from '@/domain/kinds';
import { type Flag, NEW_FOR_MS } from '@/domain/selector/terms';
import { SILENCE_LIMITS } from '@/domain/status';
import { hasKeyWhere } from './match-key';
import { column, every, type MatchContext, negate, type Predicate, some } from './predicate';

/** What the registry works out itself: `is:stale`. None of these is ever NULL. */
export function matchFlag(context: MatchContext, flag: Flag): Predicate {
  return FLAG_PREDICATES[flag](context);
}

const FLAG_PREDICATES: Record<Flag, (context: MatchContext) => Predicate> = {
  new: (context) => sql<SqlBool>`${column(context, 'first_seen')} > ${new Date(context.now.getTime() - NEW_FOR_MS)}`,
  stale: isStale,
  orphan: isOrphan,
  untagged: (context) => negate(hasKeyWhere(context, 'tag', [])),
  retired: (context) => sql<SqlBool>`${column(context, 'retired_at')} IS NOT NULL`,
};

/** Kinds with the same limit share one comparison. */
function isStale(context: MatchContext): Predicate {
  const limits = [...new Set(KINDS.map((kind) => SILENCE_LIMITS[kind].idleMs))];
  const silent = limits.map((idleMs) => {
    const kinds = KINDS.filter((kind) => SILENCE_LIMITS[kind].idleMs === idleMs);
    const lastHeard = new Date(context.now.getTime() - idleMs);
    return sql<SqlBool>`(${column(context, 'kind')} = ANY(${kinds}::text[]) AND ${column(context, 'last_seen')} < ${lastHeard})`;
  });
  return some(silent);
}

function isOrphan(context: MatchContext): Predicate {
  const kinds = KINDS.filter((kind) => KIND_DESCRIPTIONS[kind].belongsSomewhere);
  const parent = column(context, 'parent_id');
  return every([
    sql<SqlBool>`${column(context, 'kind')} = ANY(${kinds}::text[])`,
    some([
      sql<SqlBool>`${parent} IS NULL`,
      sql<SqlBool>`EXISTS (SELECT FROM resources p WHERE p.id = ${parent} AND p.retired_at IS NOT NULL)`,
    ]),
  ]);
}
