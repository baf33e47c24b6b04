import type { RawText, Reader } from './reader';
import { SelectorError } from './selector-error';
import { spellSet } from './spell-regex';

const PLAIN = /^[^()"=<>]*$/;

/** Refuses a set whose members stand between spaces, OR or bars: it suggests commas. The opening parenthesis is at `open`. */
export function refuseUnseparated(reader: Reader, open: number): never {
  const close = reader.text.indexOf(')', open);
  const inside = reader.text.slice(open + 1, close < 0 ? undefined : close);
  const members = inside.split(/\s*,\s*|\s+(?:OR|or|AND|and|\|\|?)\s+|\s+/).filter((member) => member !== '');
  const message = 'the values of a set stand between commas';
  if (close < 0 || !PLAIN.test(inside) || members.length < 2) throw new SelectorError(message, { position: reader.position, suggestion: ', ' });
  throw new SelectorError(message, { position: open, length: close + 1 - open, suggestion: spellSet(members) });
}

/** Refuses `[a, b]` and `{a, b}`. */
export function refuseBrackets(raws: readonly RawText[]): void {
  const [first, last] = [raws[0], raws.at(-1)];
  if (first === undefined || last === undefined || first === last || first.quoted || last.quoted) return;
  const isBracketed = (first.text.startsWith('[') && last.text.endsWith(']')) || (first.text.startsWith('{') && last.text.endsWith('}'));
  if (!isBracketed) return;
  const members = raws.map(({ text }) => text).map((text, i) => (i === 0 ? text.slice(1) : i === raws.length - 1 ? text.slice(0, -1) : text));
  if (members.includes('')) return;
  const { position } = first.at;
  throw new SelectorError('a set stands in parentheses', { position, length: last.at.position + last.at.length - position, suggestion: spellSet(members) });
}
