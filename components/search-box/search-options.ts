import { fold } from '@/domain/fold';
import { type Completion, containsPattern } from '@/domain/selector/complete-selector';
import type { Suggestions } from '@/domain/selector/suggestions';
import { termChoices, wordChoices } from '@/domain/selector/term-choices';
import { describeTerm } from '@/domain/selector/terms';

export interface SearchOption {
  type: 'choice' | 'contains' | 'recent';
  label: string;
  /** What is written into the query; the whole query for a recent one. */
  insert: string;
  note: string | null;
  count: number | null;
  /** Something that a person should look at twice. */
  warns: boolean;
}

export interface SearchOptions {
  heading: string;
  /** The name that the heading speaks of, as it is written. */
  of: string;
  options: SearchOption[];
}

const SHOWN = 8;
const RECENT_SHOWN = 5;
const NOTHING: SearchOptions = { heading: '', of: '', options: [] };
/** What most queries begin with. */
const USUAL = ['kind:', 'status:', 'tag:', 'label:', 'name:', 'environment:', 'owner:', 'is:', 'last_seen<'];

interface Asked {
  text: string;
  slot: Completion;
  /** What was last answered; it may be for what was typed a moment ago. */
  suggestions: Suggestions | undefined;
  recent: readonly string[];
}

/** What is offered at the caret. */
export function searchOptions({ text, slot, suggestions, recent }: Asked): SearchOptions {
  switch (slot.type) {
    case 'nothing':
      return NOTHING;
    case 'term':
      return { heading: text === '' && recent.length > 0 ? 'Recent queries and fields' : 'Fields', of: '', options: [...(text === '' ? recentOptions(recent) : []), ...termOptions(slot.typed)] };
    default: {
      const of = slot.type === 'key' ? slot.space : 'field' in slot ? slot.field : `${slot.space}:${slot.key}`;
      const options = 'field' in slot ? (wordOptions(slot) ?? valueOptions(slot, suggestions)) : valueOptions(slot, suggestions);
      return { heading: slot.type === 'key' ? 'Keys of' : 'Values of', of, options };
    }
  }
}

/** Whether the server has to be asked for what stands here. */
export const isAsked = (slot: Completion): boolean =>
  slot.type === 'key' || (slot.type === 'value' && !('field' in slot && wordChoices(slot.field, '') !== undefined));

/** Whether what is typed is only the beginning of a value: nothing has it as it stands, and what is offered goes on from it. */
export function isBegun(text: string, slot: Completion, { options }: SearchOptions): boolean {
  if (slot.type !== 'value' || slot.typed === '' || slot.typed.includes('*') || options.length === 0) return false;
  if ('field' in slot && !['text', 'enum', 'flag', 'presence'].includes(describeTerm(slot.field).type)) return false;
  const isCompared = /[<>]=?$/.test(text.slice(0, slot.position));
  return !isCompared && !options.some(({ type, label }) => type === 'choice' && fold(label) === fold(slot.typed));
}

const choice = (insert: string, note: string | null, label = insert): SearchOption => ({ type: 'choice', label, insert, note, count: null, warns: false });

const recentOptions = (recent: readonly string[]): SearchOption[] =>
  recent.slice(0, RECENT_SHOWN).map((query) => ({ type: 'recent', label: query, insert: query, note: null, count: null, warns: false }));

function termOptions(typed: string): SearchOption[] {
  const choices = typed === '' ? USUAL.flatMap((insert) => termChoices(insert).slice(0, 1)) : termChoices(typed).slice(0, SHOWN);
  return choices.map(({ insert, summary }) => choice(insert, summary));
}

function wordOptions(slot: Extract<Completion, { type: 'value' }>): SearchOption[] | undefined {
  const words = 'field' in slot ? wordChoices(slot.field, slot.typed) : undefined;
  return words && unlessTyped(words.map(({ insert, summary }) => choice(insert, summary)), slot.typed);
}

function valueOptions(slot: Extract<Completion, { type: 'key' | 'value' }>, suggestions: Suggestions | undefined): SearchOption[] {
  const typed = fold(slot.typed);
  const fits = suggestions?.type === slot.type && suggestions.position === slot.position;
  const values = fits ? suggestions.values.filter(({ value, insert }) => fold(value).includes(typed) || insert.startsWith(typed)) : [];
  const options = values.slice(0, SHOWN).map(({ value, insert, note, count }) => ({ ...choice(insert, note, value), count, warns: note !== null && count !== null }));
  const pattern = containsPattern(slot);
  const known = options.some(({ label }) => fold(label) === typed);
  if (pattern === undefined || known || options.length === 0) return unlessTyped(options, slot.typed);
  return [...options, { type: 'contains', label: slot.typed, insert: pattern, note: null, count: null, warns: false }];
}

/** Nothing is offered where it stands there already. */
const unlessTyped = (options: SearchOption[], typed: string): SearchOption[] =>
  options.length === 1 && fold(options[0]?.label ?? '') === fold(typed) ? [] : options;
