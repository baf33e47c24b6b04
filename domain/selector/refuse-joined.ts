import type { Reader } from './reader';
import { SelectorError } from './selector-error';
import { quote } from './spelling';

const VALUE_BEFORE = /[:=<>]([^\s,()"=<>!]+)$/;
const NAME_AFTER_COMMA = /,([A-Za-z_][\w./-]*)$/;
const JOINED = /^([^&;|+]+)[&;|+]+([A-Za-z_]\w*[:=<>!].*)$/;

/** `host&status:offline` with a space instead of the sign; undefined when no second term stands there. */
export function splitJoined(text: string): string | undefined {
  const [, first, second] = JOINED.exec(text) ?? [];
  return first === undefined || second === undefined ? undefined : `${first} ${second}`;
}

/** Refuses a value that goes on with an operator: two terms without a space, or a text that needs quotes. */
export function refuseJoined({ position, text }: Reader): void {
  if (!/^(?:[=<>]|!=)/.test(text.slice(position, position + 2))) return;
  const before = text.slice(0, position);
  const [, next] = NAME_AFTER_COMMA.exec(before) ?? [];
  if (next !== undefined) throw new SelectorError(`${next} is another term: it begins after a space, not after a comma`, { position: position - next.length - 1, length: 1, suggestion: ' ' });
  const [, value] = VALUE_BEFORE.exec(before) ?? [];
  if (value === undefined) return;
  const start = position - value.length;
  const rest = /^[^\s()]*/.exec(text.slice(position))?.[0] ?? '';
  const whole = value + rest;
  const split = splitJoined(whole);
  const message = split === undefined ? 'a value with this sign stands in quotes' : 'a space is missing between these terms';
  throw new SelectorError(message, { position: start, length: whole.length, suggestion: split ?? quote(whole) });
}

const KEY_BEFORE = /(tag|label|annotation):[^\s,()"=<>!]+$/;

/** Refuses `tag:env,team`: a comma after a key that stands by itself. */
export function refuseKeyAfterComma({ position, text }: Reader): void {
  const [, space] = KEY_BEFORE.exec(text.slice(0, position)) ?? [];
  if (space === undefined) return;
  const length = /^,\s*/.exec(text.slice(position))?.[0].length ?? 1;
  throw new SelectorError('each key is a term of its own', { position, length, suggestion: ` ${space}:` });
}
