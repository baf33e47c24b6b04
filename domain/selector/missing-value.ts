import type { Reader } from './reader';
import { SelectorError } from './selector-error';
import { describeTerm, isPresence, type TermName } from './terms';
import type { Comparison } from './tree';

/** What to say where a term ends before its value. */
export interface MissingValue {
  message: string;
  /** The whole term, for who wants any value. */
  anyValue?: string;
}

export function missingValueOf(field: TermName, op: Comparison): MissingValue {
  const { example, type } = describeTerm(field);
  const empty = type === 'text' ? '; "" is the empty text' : '';
  const message = `a value is missing here, as in ${example}${empty}`;
  if (op !== '=' || !isPresence(field)) return { message };
  return { message: `${message}; for any value say has:${field}`, anyValue: `has:${field}` };
}

/** `term` is the one without operator and value: `tag:env`. */
export function missingValueOfKey(term: string, op: Comparison): MissingValue {
  const message = 'a value is missing here; "" is the empty text';
  return op === '=' ? { message: `${message}; for any value say ${term}`, anyValue: term } : { message };
}

/** Refuses a term without its value; what stands after a space is not its value. */
export function refuseMissing(reader: Reader, termStart: number, { message, anyValue }: MissingValue): never {
  const { position } = reader;
  const spaced = reader.skipSpace() && reader.bareAhead() !== '';
  if (spaced) throw new SelectorError('a value is missing here; no space stands before it', { position, length: reader.position - position, suggestion: '' });
  throw new SelectorError(message, anyValue === undefined ? { position } : { position: termStart, length: position - termStart, suggestion: anyValue });
}
