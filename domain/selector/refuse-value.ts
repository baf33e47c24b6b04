import type { RawText } from './reader';
import { SelectorError } from './selector-error';

/** A value and where its term starts, when it is the term's only value: a suggestion may then replace the whole term. */
export interface RawValue extends RawText {
  termStart: number | undefined;
}

export function refuse(raw: RawText, message: string, suggestion?: string): never {
  throw new SelectorError(message, { ...raw.at, suggestion });
}

/** Refuses a value with a suggestion for the whole term, where there is one to replace. */
export function refuseTerm(raw: RawValue, message: string, suggestion: string): never {
  if (raw.termStart === undefined) return refuse(raw, message);
  const end = raw.at.position + raw.at.length;
  throw new SelectorError(message, { position: raw.termStart, length: end - raw.termStart, suggestion });
}
