import { sql, type SqlBool } from 'kysely';
import type { Comparison, KeySpace, KeyTerm, TextMatch, Value } from '@/domain/selector/tree';
import { comparisonOf, textAsNumberMatches, textIsAnyOf, textsAmong } from './compare-values';
import { column, every, type MatchContext, negate, type Predicate, some } from './predicate';

export const KEY_TABLES = {
  tag: 'resource_tags',
  label: 'resource_labels',
  annotation: 'resource_annotations',
} as const satisfies Record<KeySpace, string>;

/** Whether the resource has a tag, label or annotation for which the condition on `k` holds. EXISTS is never NULL. */
export function hasKeyWhere(context: MatchContext, space: KeySpace, conditions: readonly Predicate[]): Predicate {
  const table = sql.table(KEY_TABLES[space]);
  const belongs = sql<SqlBool>`k.resource_id = ${column(context, 'id')}`;
  // Uses the primary key (resource_id, key), or (key, value_fold, resource_id) from the other side.
  return sql<SqlBool>`EXISTS (SELECT FROM ${table} k WHERE ${every([belongs, ...conditions])})`;
}

/** `tag:env=prod` and its like. */
export function matchKey(context: MatchContext, { space, key, comparison }: KeyTerm): Predicate {
  const isKey = keyIs(space, key);
  if (comparison === undefined) return hasKeyWhere(context, space, [isKey]);
  const { op, values } = comparison;
  const found = hasKeyWhere(context, space, [isKey, valueMatches(op, values)]);
  return op === '!=' ? negate(found) : found;
}

/** Keys of tags and labels are stored folded; those of annotations as they came, and compared without regard to ASCII case. */
function keyIs(space: KeySpace, key: TextMatch): Predicate {
  return textIsAnyOf(space === 'annotation' ? sql`lower(k.key)` : sql`k.key`, [key]);
}

function valueMatches(op: Comparison, values: readonly Value[]): Predicate {
  const predicates: Predicate[] = [];
  const texts = textsAmong(values);
  if (texts.length > 0) predicates.push(textIsAnyOf(sql`k.value_fold`, texts));
  for (const value of values) {
    if (value.type === 'number' || value.type === 'number-range') {
      predicates.push(textAsNumberMatches(sql`k.value_fold`, comparisonOf(op), value));
    }
  }
  return some(predicates);
}
