import { type Expression, sql, type SqlBool } from 'kysely';
import { saysRetired } from '@/domain/selector/retired';
import type { Selector, SelectorNode, ViewTerm } from '@/domain/selector/tree';
import { matchField } from './selector/match-field';
import { matchKey } from './selector/match-key';
import { matchRelation } from './selector/match-relation';
import { matchText } from './selector/match-text';
import { column, every, type MatchContext, negate, type Predicate, some, TRUE } from './selector/predicate';

/**
 * The one WHERE: which rows of `resources as r` a query picks. List, count, facets, export and bulk edits all call it.
 * Retired resources are left out unless the query speaks of them. It may be NULL for a row that does not match, so it
 * is not to be negated here: negate the query.
 */
export function matches(selector: Selector, { now }: { now: Date }): Expression<SqlBool> {
  return matchScope({ row: 'r', now, strict: false }, selector);
}

/** A query together with its view of retired resources: the whole one, or that of a relation. */
function matchScope(context: MatchContext, selector: Selector): Predicate {
  const matching = selector.type === 'everything' ? TRUE : matchNode(context, selector);
  if (saysRetired(selector)) return matching;
  const inService = sql<SqlBool>`${column(context, 'retired_at')} IS NULL`;
  return selector.type === 'everything' ? inService : every([inService, matching]);
}

/** `view:mine`, by the queries of those views. */
function matchView(context: MatchContext, { written, asked }: ViewTerm): Predicate {
  const isNot = written.op === '!=';
  const within = isNot ? { ...context, strict: true } : context;
  const any = some(asked.map((query) => (query.type === 'everything' ? TRUE : matchNode(within, query))));
  return isNot ? negate(any) : any;
}

function matchNode(context: MatchContext, node: SelectorNode): Predicate {
  switch (node.type) {
    case 'and':
      return every(node.parts.map((part) => matchNode(context, part)));
    case 'or':
      return some(node.parts.map((part) => matchNode(context, part)));
    case 'not':
      return negate(matchNode({ ...context, strict: true }, node.part));
    case 'field':
      return matchField(context, node);
    case 'key':
      return matchKey(context, node);
    case 'text':
      return matchText(context, node);
    case 'view':
      return matchView(context, node);
    case 'relation':
      // EXISTS and IN over ids are never NULL, whatever the query inside is.
      return matchRelation(context, node.relation, (row) => matchScope({ ...context, row, strict: false }, node.selector));
  }
}
