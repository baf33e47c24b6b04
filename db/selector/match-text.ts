import { sql, type SqlBool } from 'kysely';
import { freeTextLike } from '@/domain/selector/free-text';
import { IDENTIFIER_KEY_PATTERN } from '@/domain/selector/identifier-key';
import type { FreeText } from '@/domain/selector/tree';
import { hasKeyWhere } from './match-key';
import { column, leaf, type MatchContext, type Predicate, some } from './predicate';

const isIdentifier = sql<SqlBool>`k.key ~ ${IDENTIFIER_KEY_PATTERN}`;
const isNoIdentifier = sql<SqlBool>`k.key !~ ${IDENTIFIER_KEY_PATTERN}`;

/** A word anywhere in a name or a value, or at the beginning of an identifier. */
export function matchText(context: MatchContext, { value }: FreeText): Predicate {
  const { anywhere, prefix } = freeTextLike(value);
  const contains = sql<SqlBool>`k.value_fold LIKE ${anywhere}`;
  const places: Predicate[] = [
    sql<SqlBool>`${column(context, 'name_fold')} LIKE ${anywhere}`,
    leaf(context, sql<SqlBool>`${column(context, 'display_name_fold')} LIKE ${anywhere}`),
    hasKeyWhere(context, 'tag', [contains, isNoIdentifier]),
    hasKeyWhere(context, 'label', [contains, isNoIdentifier]),
  ];
  if (prefix !== undefined) {
    const begins = sql<SqlBool>`k.value_fold LIKE ${prefix}`;
    places.push(
      sql<SqlBool>`${column(context, 'id')}::text LIKE ${prefix}`,
      leaf(context, sql<SqlBool>`lower(${column(context, 'ip_address')}) LIKE ${prefix}`),
      hasKeyWhere(context, 'tag', [begins, isIdentifier]),
      hasKeyWhere(context, 'label', [begins, isIdentifier]),
    );
  }
  return some(places);
}
