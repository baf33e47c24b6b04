import { sql, type SqlBool } from 'kysely';
import { fold } from '@/domain/fold';
import { NUMBER_PATTERN } from '@/domain/selector/number-value';
import type { TimeWindow } from '@/domain/selector/time-value';
import type { Comparison, NumberRange, NumberValue, TextMatch, Value, VersionRange, VersionValue } from '@/domain/selector/tree';
import { VERSION_PATTERN } from '@/domain/selector/version-value';
import { likeOfWildcard } from '@/domain/selector/wildcard';
import { every, type Predicate, type SqlExpression, some } from './predicate';

/** The operators of the language that SQL spells the same; `!=` is compiled as the negation of `=`. */
const OPERATORS = { '=': sql`=`, '<': sql`<`, '<=': sql`<=`, '>': sql`>`, '>=': sql`>=` } as const;

export type SqlComparison = keyof typeof OPERATORS;

export const comparisonOf = (op: Comparison): SqlComparison => (op === '!=' ? '=' : op);

const isText = (value: Value): value is TextMatch => value.type === 'text' || value.type === 'pattern';

export const textsAmong = (values: readonly Value[]): TextMatch[] => values.filter(isText);

/** Whether folded text equals one of the texts or fits one of the patterns. */
export function textIsAnyOf(folded: SqlExpression, matches: readonly TextMatch[]): Predicate {
  const texts = matches.flatMap((match) => (match.type === 'text' ? [fold(match.text)] : []));
  const patterns = matches.flatMap((match) => (match.type === 'pattern' ? [likeOfWildcard(fold(match.pattern))] : []));
  const predicates: Predicate[] = patterns.map((pattern) => sql<SqlBool>`${folded} LIKE ${pattern}`);
  const [only] = texts;
  if (texts.length > 1) predicates.unshift(sql<SqlBool>`${folded} = ANY(${texts}::text[])`);
  else if (only !== undefined) predicates.unshift(sql<SqlBool>`${folded} = ${only}`);
  return some(predicates);
}

const compareNumber = (number: SqlExpression, op: SqlComparison, value: NumberValue): Predicate =>
  sql<SqlBool>`${number} ${OPERATORS[op]} ${value.number}::float8`;

/** A number against a value or a range. */
export function numberMatches(number: SqlExpression, op: SqlComparison, value: NumberValue | NumberRange): Predicate {
  if (value.type === 'number') return compareNumber(number, op, value);
  const ends: Predicate[] = [];
  if (value.from) ends.push(compareNumber(number, '>=', value.from));
  if (value.to) ends.push(compareNumber(number, '<=', value.to));
  return every(ends);
}

/** The same for text that may be no number: CASE, since SQL may cast before it has looked at the pattern. */
export function textAsNumberMatches(text: SqlExpression, op: SqlComparison, value: NumberValue | NumberRange): Predicate {
  const number = sql`(${text})::float8`;
  return sql<SqlBool>`CASE WHEN ${text} ~ ${NUMBER_PATTERN} THEN ${numberMatches(number, op, value)} ELSE false END`;
}

/** Folded text as a version against a value or a range; false for what is no version. */
export function versionMatches(folded: SqlExpression, op: SqlComparison, value: VersionValue | VersionRange): Predicate {
  const ends: Predicate[] = [];
  if (value.type === 'version') ends.push(compareVersion(folded, op, value));
  else {
    if (value.from) ends.push(compareVersion(folded, '>=', value.from));
    if (value.to) ends.push(compareVersion(folded, '<=', value.to));
  }
  return sql<SqlBool>`CASE WHEN ${folded} ~ ${VERSION_PATTERN} THEN ${every(ends)} ELSE false END`;
}

/** Arrays and rows compare from left to right; zeros at the end are cut, since missing parts are 0. */
function compareVersion(folded: SqlExpression, op: SqlComparison, { version }: VersionValue): Predicate {
  const core = sql`substring(${folded} from '^v?([0-9.]+)')`;
  const parts = sql`string_to_array(regexp_replace(${core}, '([.]0+)+$', ''), '.')::integer[]`;
  const suffix = sql`substring(${folded} from '^[^+-]*-([^+]*)')`;
  const stored = sql`ROW(${parts}, ${suffix} IS NULL, coalesce(${suffix}, ''))`;
  const wantedParts = version.parts.length === 0 ? [0] : [...version.parts];
  const wanted = sql`ROW(${wantedParts}::integer[], ${version.suffix === null}::boolean, ${version.suffix ?? ''}::text)`;
  return sql<SqlBool>`${stored} ${OPERATORS[op]} ${wanted}`;
}

export function timeWithin(time: SqlExpression, { from, before }: TimeWindow): Predicate {
  const ends: Predicate[] = [];
  if (from !== undefined) ends.push(sql<SqlBool>`${time} >= ${new Date(from)}`);
  if (before !== undefined) ends.push(sql<SqlBool>`${time} < ${new Date(before)}`);
  return every(ends);
}
