import { sql, type SqlBool } from 'kysely';
import { isFieldName } from '@/domain/fields';
import { fold } from '@/domain/fold';
import { KINDS } from '@/domain/kinds';
import { ADDRESS_PATTERN } from '@/domain/selector/network-value';
import { describeTerm, isFlag, isPresence, type Presence, type TermName } from '@/domain/selector/terms';
import { timeWindow } from '@/domain/selector/time-value';
import { type FieldTerm, KEY_SPACES, type NetworkValue, type Value } from '@/domain/selector/tree';
import { wildcardMatcher } from '@/domain/selector/wildcard';
import { STATUSES } from '@/domain/status';
import { FIELD_COLUMNS } from '../field-columns';
import { comparisonOf, numberMatches, textIsAnyOf, textsAmong, timeWithin, versionMatches } from './compare-values';
import { matchFlag } from './match-flag';
import { hasKeyWhere } from './match-key';
import { matchUnder } from './match-relation';
import { column, leaf, type MatchContext, negate, type Predicate, type SqlExpression, some } from './predicate';

/** `kind:host`: whether any of the values matches; for `!=`, whether none does. */
export function matchField(context: MatchContext, term: FieldTerm): Predicate {
  if (term.op !== '!=') return matchAnyValue(context, term);
  return negate(matchAnyValue({ ...context, strict: true }, term));
}

function matchAnyValue(context: MatchContext, { field, op, values }: FieldTerm): Predicate {
  switch (describeTerm(field).type) {
    case 'enum':
      return matchEnum(context, field, values);
    case 'uuid':
      return matchId(context, field, values);
    case 'flag':
      return some(textsOf(values).filter(isFlag).map((flag) => matchFlag(context, flag)));
    case 'presence':
      return some(textsOf(values).filter(isPresence).map((name) => (field === 'no' ? negate : same)(isPresent(context, name))));
    case 'view':
      throw new Error('views are put into a query before it is compiled');
    default:
      break;
  }
  const texts = textsAmong(values);
  const predicates = texts.length > 0 ? [leaf(context, textIsAnyOf(foldedField(context, field), texts))] : [];
  for (const value of values) {
    const compared = matchTyped(context, field, op, value);
    if (compared) predicates.push(leaf(context, compared));
  }
  return some(predicates);
}

const same = (predicate: Predicate): Predicate => predicate;

const textsOf = (values: readonly Value[]): string[] =>
  values.flatMap((value) => (value.type === 'text' ? [value.text] : []));

/** A value that is more than text; undefined for text, which is compared all at once. */
function matchTyped(context: MatchContext, field: TermName, op: FieldTerm['op'], value: Value): Predicate | undefined {
  switch (value.type) {
    case 'text':
    case 'pattern':
      return undefined;
    case 'number':
    case 'number-range':
      return numberMatches(countOf(context, field), comparisonOf(op), value);
    case 'version':
    case 'version-range':
      return versionMatches(foldedField(context, field), comparisonOf(op), value);
    case 'network':
      return addressWithin(foldedField(context, field), value);
    case 'age':
    case 'instant':
    case 'age-range':
    case 'instant-range':
      return timeWithin(storedField(context, field), timeWindow(op, value, context.now.getTime()));
  }
}

function storedField(context: MatchContext, field: TermName): SqlExpression {
  const stored = isFieldName(field) ? FIELD_COLUMNS[field].stored : null;
  if (stored === null) throw new Error(`${field} is no column`);
  return column(context, stored);
}

/** An address has no folded twin: under the column's collation "C" lower() changes A-Z alone. */
function foldedField(context: MatchContext, field: TermName): SqlExpression {
  const folded = isFieldName(field) ? FIELD_COLUMNS[field].fold : null;
  return folded === null ? sql`lower(${storedField(context, field)})` : column(context, folded);
}

/** Retired children are left out, as they are from every list. */
function countOf(context: MatchContext, field: TermName): SqlExpression {
  const id = column(context, 'id');
  return field === 'tags'
    ? sql`(SELECT count(*) FROM resource_tags k WHERE k.resource_id = ${id})`
    : sql`(SELECT count(*) FROM resources c WHERE c.parent_id = ${id} AND c.retired_at IS NULL)`;
}

function addressWithin(address: SqlExpression, { network, text }: NetworkValue): Predicate {
  const [written = ''] = text.split('/');
  const wanted = `${written}/${network.bits}`;
  return sql<SqlBool>`CASE WHEN ${address} ~ ${ADDRESS_PATTERN} THEN (${address})::inet <<= ${wanted}::inet ELSE false END`;
}

/** Values of a closed list are picked here, so that SQL compares whole words as they are stored. */
function matchEnum(context: MatchContext, field: TermName, values: readonly Value[]): Predicate {
  const tests = textsAmong(values).map((value) =>
    value.type === 'pattern' ? wildcardMatcher(fold(value.pattern)) : (name: string) => name === fold(value.text),
  );
  const names: readonly string[] = field === 'kind' ? KINDS : STATUSES;
  const picked = names.filter((name) => tests.some((test) => test(fold(name))));
  return sql<SqlBool>`${storedField(context, field)} = ANY(${picked}::text[])`;
}

function matchId(context: MatchContext, field: TermName, values: readonly Value[]): Predicate {
  const ids = textsOf(values);
  if (field === 'under') return matchUnder(context, ids);
  const stored = storedField(context, field);
  const patterns = textsAmong(values).filter((value) => value.type === 'pattern');
  const predicates: Predicate[] = ids.length > 0 ? [leaf(context, sql<SqlBool>`${stored} = ANY(${ids}::uuid[])`)] : [];
  if (patterns.length > 0) predicates.push(textIsAnyOf(sql`${stored}::text`, patterns));
  return some(predicates);
}

function isPresent(context: MatchContext, name: Presence): Predicate {
  const space = KEY_SPACES.find((known) => known === name);
  if (space !== undefined) return hasKeyWhere(context, space, []);
  if (name === 'children') {
    return sql<SqlBool>`EXISTS (SELECT FROM resources c WHERE c.parent_id = ${column(context, 'id')} AND c.retired_at IS NULL)`;
  }
  if (!isFieldName(name)) throw new Error(`${name} is no field`);
  return sql<SqlBool>`${storedField(context, name)} IS NOT NULL`;
}
