import { fold } from '@/domain/fold';
import { isIdentifierKey, SHORTEST_IDENTIFIER_PREFIX } from '@/domain/selector/identifier-key';
import { printValue } from '@/domain/selector/print-selector';
import type { FreeText, TextMatch } from '@/domain/selector/tree';
import { type Bits, emptyBits, hasAll, orBits } from './bits';
import type { CodeQuestion } from './code-filter';
import type { Column } from './column';
import type { EvaluateContext } from './evaluate-context';
import { addIdsLike } from './evaluate-id';
import type { FleetIndex } from './fleet-index';
import { placeQuestion, textQuestion } from './text-questions';

/** A word anywhere in a name or a value, or at the beginning of an identifier. Not to be changed. */
export function evaluateText({ index }: EvaluateContext, text: FreeText): Bits {
  const word = printValue(text.value);
  const known = index.words.find(word, index.version);
  if (known !== undefined) return known;
  const found = findText(index, text);
  index.words.keep(word, index.version, found);
  return found;
}

/** Whether its answer is there already. */
export const isKnownText = (index: FleetIndex, { value }: FreeText): boolean => index.words.find(printValue(value), index.version) !== undefined;

function findText(index: FleetIndex, text: FreeText): Bits {
  const found = emptyBits(index.capacity);
  const { prefix } = placesOf(text.value);
  for (const bits of textInColumns(index, text)) {
    if (bits !== null && hasAll(orBits(found, bits), index.all)) return found;
  }
  if (prefix?.pattern !== undefined) addIdsLike(index, found, prefix.pattern);
  return found;
}

/** What each column has of a word, null where it has none; kept by the column from then on. One takes some milliseconds when it was never asked before. */
export function* textInColumns(index: FleetIndex, { value }: FreeText): Generator<Bits | null> {
  const { anywhere, prefix } = placesOf(value);
  for (const { column, ask } of askedColumns(index, anywhere, prefix?.ask)) yield column.filter(ask(column));
}

type Ask = (column: Column) => CodeQuestion;

interface AskedColumn {
  column: Column;
  ask: Ask;
}

/** Those of few values first, which are asked in no time: most letters are in some value of every resource, and nothing is left to ask. */
function askedColumns(index: FleetIndex, anywhere: Ask, prefix: Ask | undefined): AskedColumn[] {
  const asked: AskedColumn[] = [index.text('name'), index.text('display_name')].map((column) => ({ column, ask: anywhere }));
  if (prefix !== undefined) asked.push({ column: index.text('ip'), ask: prefix });
  for (const space of [index.tag, index.label]) {
    for (const [key, column] of space.columns) {
      const ask = isIdentifierKey(key) ? prefix : anywhere;
      if (ask !== undefined) asked.push({ column, ask });
    }
  }
  return asked.sort((a, b) => a.column.dictionary.size - b.column.dictionary.size);
}

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
