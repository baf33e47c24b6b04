import { fold } from '@/domain/fold';
import { isIdentifierKey, SHORTEST_IDENTIFIER_PREFIX } from '@/domain/selector/identifier-key';
import type { FreeText, TextMatch } from '@/domain/selector/tree';
import { type Bits, emptyBits, orBits } from './bits';
import type { CodeQuestion } from './code-filter';
import type { Column } from './column';
import type { EvaluateContext } from './evaluate-context';
import { addIdsLike } from './evaluate-id';
import { placeQuestion, textQuestion } from './text-questions';

/** A word anywhere in a name or a value, or at the beginning of an identifier. */
export function evaluateText({ index }: EvaluateContext, { value }: FreeText): Bits {
  const found = emptyBits(index.capacity);
  const { anywhere, prefix } = placesOf(value);
  const add = (column: Column, ask: Ask) => {
    const bits = column.filter(ask(column));
    if (bits !== null) orBits(found, bits);
  };
  add(index.text('name'), anywhere);
  add(index.text('display_name'), anywhere);
  for (const space of [index.tag, index.label]) {
    for (const [key, column] of space.columns) {
      if (!isIdentifierKey(key)) add(column, anywhere);
      else if (prefix !== undefined) add(column, prefix.ask);
    }
  }
  if (prefix !== undefined) {
    add(index.text('ip'), prefix.ask);
    if (prefix.pattern !== undefined) addIdsLike(index, found, prefix.pattern);
  }
  return found;
}

type Ask = (column: Column) => CodeQuestion;

interface Places {
  anywhere: Ask;
  /** Absent for a word that is too short to find an identifier. */
  prefix?: { ask: Ask; pattern: string | undefined };
}

function placesOf(value: TextMatch): Places {
  const isLiteral = value.type === 'text';
  const text = fold(isLiteral ? value.text : value.pattern);
  const literals = isLiteral ? text : text.replaceAll('*', '');
  const ask = (place: 'anywhere' | 'start'): Ask => ({ dictionary }) => {
    if (isLiteral) return placeQuestion(dictionary, text, place);
    return textQuestion(dictionary, [{ type: 'pattern', pattern: place === 'anywhere' ? `*${text}*` : `${text}*` }]);
  };
  const anywhere = ask('anywhere');
  if ([...literals].length < SHORTEST_IDENTIFIER_PREFIX) return { anywhere };
  // A literal star begins no id.
  const pattern = isLiteral && text.includes('*') ? undefined : `${text}*`;
  return { anywhere, prefix: { ask: ask('start'), pattern } };
}
