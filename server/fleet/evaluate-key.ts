import { fold } from '@/domain/fold';
import type { KeyTerm, TextMatch } from '@/domain/selector/tree';
import { wildcardMatcher } from '@/domain/selector/wildcard';
import { type Bits, complement } from './bits';
import type { Column } from './column';
import { answeredBySql, type EvaluateContext } from './evaluate-context';
import { unionOf } from './evaluate-field';
import { filtersOfValues } from './filters-of-values';
import type { KeySpace } from './key-space';

/** `tag:env=prod` and its like. */
export function evaluateKey(context: EvaluateContext, term: KeyTerm): Bits {
  const found = evaluatePositive(context, term);
  return term.comparison?.op === '!=' ? complement(found, context.index.all) : found;
}

function evaluatePositive(context: EvaluateContext, term: KeyTerm): Bits {
  if (term.space === 'annotation') return answeredBySql(context, term);
  const columns = columnsLike(context.index.keys(term.space), term.key);
  return unionOf(context.index, columns.flatMap((column) => valueFilters(column, term)));
}

function valueFilters(column: Column, { comparison }: KeyTerm): (Bits | null)[] {
  return comparison === undefined ? [column.withValue()] : filtersOfValues(column, comparison.op, comparison.values);
}

function columnsLike(space: KeySpace, key: TextMatch): Column[] {
  if (key.type === 'text') {
    const column = space.columns.get(fold(key.text));
    return column === undefined ? [] : [column];
  }
  const test = wildcardMatcher(fold(key.pattern));
  return [...space.columns].flatMap(([name, column]) => (test(name) ? [column] : []));
}
