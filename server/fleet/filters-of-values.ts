import type { Comparison, Value } from '@/domain/selector/tree';
import type { Bits } from './bits';
import type { Column } from './column';
import { textQuestion, textsAmong } from './text-questions';
import { typedQuestion } from './typed-questions';

/** What a column has for these values: one set for all texts together, one for each typed value (null: nothing). Their union is what matches. */
export function filtersOfValues(column: Column, op: Comparison, values: readonly Value[]): (Bits | null)[] {
  const texts = textsAmong(values);
  const sets = texts.length > 0 ? [column.filter(textQuestion(column.dictionary, texts))] : [];
  for (const value of values) {
    const question = typedQuestion(column.dictionary, op, value);
    if (question) sets.push(column.filter(question));
  }
  return sets;
}
