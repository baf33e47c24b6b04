import { parseSelector } from './parse-selector';
import { isKeySpace, scanQuery, type Token } from './scan-query';
import { SelectorError } from './selector-error';
import { quote, spellKey, spellValue } from './spelling';
import { describeTerm, type TermName, termNamed } from './terms';
import type { KeySpace, Selector, Span } from './tree';

interface Slot extends Span {
  /** What is typed of it, up to the caret, without quotes. */
  typed: string;
  /** Where its term starts, the negation included, and whether it has one. */
  termStart: number;
  negated: boolean;
  /** What else the query asks, under which choices are counted; everything where that cannot be said. */
  rest: Selector;
}

/** What stands at the caret, and which characters a choice replaces. */
export type Completion =
  | (Slot & { type: 'term' })
  | (Slot & { type: 'key'; space: KeySpace })
  | (Slot & { type: 'value'; field: TermName })
  | (Slot & { type: 'value'; space: KeySpace; key: string })
  | { type: 'nothing' };

export type OpenSlot = Exclude<Completion, { type: 'nothing' }>;

export function completeSelector(text: string, caret: number): Completion {
  const tokens = scanQuery(text);
  const at = tokens.findIndex(({ position, length }) => position < caret && caret <= position + length);
  const token = tokens[at];
  if (token === undefined) return { type: 'term', ...slotAt(text, tokens, { position: caret, length: 0 }, caret) };
  const slot = (span: Span) => slotAt(text, tokens, span, caret);
  const here: Span = { position: caret, length: 0 };
  switch (token.type) {
    case 'text':
    case 'field':
    case 'relation':
      // A word before an operator is replaced together with it, so that `k|:host` becomes `kind:host`.
      return text.charAt(token.position) === '"' ? { type: 'nothing' } : { type: 'term', ...slot(token) };
    case 'key':
      return isKeySpace(token.field) ? { type: 'key', space: token.field, ...slot(token) } : { type: 'nothing' };
    case 'value':
      return valueOf(token, slot(token));
    case 'operator':
      if (isKeySpace(token.field) && token.key === undefined) return { type: 'key', space: token.field, ...slot(spanAfter(tokens, at, 'key') ?? here) };
      return valueOf(token, slot(spanAfter(tokens, at, 'value') ?? here));
    case 'comma':
      return valueOf(token, slot(spanAfter(tokens, at, 'value') ?? here));
    case 'open':
    case 'space':
      if (token.field !== undefined) return valueOf(token, slot(spanAfter(tokens, at, 'value') ?? here));
      return { type: 'term', ...slot(here) };
    case 'negation':
      return { type: 'term', ...slot(here) };
    case 'keyword':
    case 'close':
      return { type: 'nothing' };
  }
}

const spanAfter = (tokens: readonly Token[], at: number, type: Token['type']): Span | undefined => {
  const next = tokens[at + 1];
  return next?.type === type ? { position: next.position, length: next.length } : undefined;
};

function valueOf({ field = '', key }: Token, slot: Slot): Completion {
  if (isKeySpace(field)) return { type: 'value', space: field, key: unquoted(key ?? ''), ...slot };
  const named = termNamed(field);
  return named === undefined ? { type: 'nothing' } : { type: 'value', field: named, ...slot };
}

function slotAt(text: string, tokens: readonly Token[], { position, length }: Span, caret: number): Slot {
  const before = tokens.filter((token) => token.position < caret);
  const open = before.findLastIndex(({ type, field }) => (type === 'space' || type === 'open') && field === undefined);
  const term = tokens[open + 1];
  const negated = term?.type === 'negation' && term.position < caret;
  return {
    position,
    length,
    typed: unquoted(text.slice(position, caret)),
    termStart: term === undefined || term.position >= caret ? position : term.position,
    negated,
    rest: restOf(text, tokens, caret),
  };
}

/** The query without the part that the caret is in. Under OR and in a relation, what is chosen is not limited by the rest. */
function restOf(text: string, tokens: readonly Token[], caret: number): Selector {
  const everything: Selector = { type: 'everything' };
  const here = tokens.find(({ position, length }) => position < caret && caret <= position + length);
  if (here !== undefined && here.relations > 0) return everything;
  if (tokens.some(({ type, position, length }) => type === 'keyword' && text.slice(position, position + length) === 'OR')) return everything;
  const rest = tokens.filter(({ block }) => here === undefined || here.block < 0 || block !== here.block);
  try {
    return parseSelector(rest.map(({ position, length }) => text.slice(position, position + length)).join(''));
  } catch (error) {
    if (error instanceof SelectorError) return everything;
    throw error;
  }
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  return text.slice(1).replace(/\\(["\\])|"$/g, '$1');
}

/** How a choice is put into the query: to go on typing, as a whole term, or as one that excludes. */
export type Insertion = 'continue' | 'apply' | 'exclude';

export interface Edited {
  text: string;
  caret: number;
}

/** The text with a spelled choice in place of what stands at the caret, and where the caret goes. */
export function insertChoice(text: string, slot: OpenSlot, spelled: string, as: Insertion): Edited {
  const { position, length } = slot;
  const before = text.slice(0, position);
  const after = text.slice(position + length);
  const [added, rest] = slot.type === 'term' ? joined(spelled, after) : closed(slot, before, spelled, after, as);
  const edited = { text: before + added + rest, caret: before.length + added.length };
  return as === 'exclude' ? excludeTerm(edited, slot) : edited;
}

/** Puts a minus before the term at this place, or leaves the one that is there. */
export function excludeTerm({ text, caret }: Edited, { termStart, negated }: { termStart: number; negated: boolean }): Edited {
  if (negated) return { text, caret };
  return { text: `${text.slice(0, termStart)}-${text.slice(termStart)}`, caret: caret + 1 };
}

/** A field brings its operator along, unless one follows already. */
const joined = (spelled: string, after: string): [string, string] => [/^[:=<>!(]/.test(after) ? spelled.replace(/[:<>=(]+\)?$/, '') : spelled, after];

/** A set that is never closed is closed when the term is finished. */
function closed(slot: Exclude<OpenSlot, { type: 'term' }>, before: string, spelled: string, after: string, as: Insertion): [string, string] {
  if (slot.type === 'key') return [as === 'continue' && !/^[=<>!]/.test(after) ? `${spelled}=` : spelled, after];
  if (as === 'continue') return [spelled, after];
  const openSet = /[:=]\([^()"]*$/.test(before) && !after.includes(')');
  return [openSet ? `${spelled})` : spelled, after];
}

/** A key or a value as it has to be written here: quoted where it would be read as something else. */
export function spellChoice(slot: OpenSlot, choice: string): string {
  if (slot.type === 'term') return choice;
  if (slot.type === 'key') return spellKey({ type: 'text', text: choice });
  if ('field' in slot && slot.field === 'ip') return choice;
  return choice === '' ? quote('') : spellValue({ type: 'text', text: choice });
}

/** `tag:team=*pl*`: the pattern for any value that contains what is typed; undefined where a pattern has no place. */
export function containsPattern(slot: Completion): string | undefined {
  if (slot.type !== 'value' || slot.typed === '' || /[\s,()"=<>!*\\]|\.\./.test(slot.typed)) return undefined;
  if ('field' in slot && !['text', 'version', 'network'].includes(describeTerm(slot.field).type)) return undefined;
  if ('field' in slot && slot.field === 'ip' && slot.typed.includes('/')) return undefined;
  return `*${slot.typed}*`;
}
