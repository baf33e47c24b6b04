import type { FacetValue } from '@/domain/facet-counts';
import { fold } from '@/domain/fold';
import { nearest } from '@/domain/selector/nearest';

export interface TagOption {
  /** What the input says once it is taken. */
  value: string;
  /** The spelling that is shown; the part that was typed is its beginning or somewhere inside. */
  count: number | null;
  note: string | null;
}

const SHOWN = 8;
const MOST_SHORT_FORMS = 2;
/** In letters: of what is shorter, every word is a longer form. */
const LEAST_SHORT_FORM = 3;

/** Of what the fleet uses, what fits what was typed: first what begins with it, then what contains it, the most frequent first. */
export function completions(used: readonly FacetValue[], typed: string): TagOption[] {
  const wanted = fold(typed);
  const fitting = used
    .filter(({ value }) => value !== '' && fold(value).includes(wanted))
    .sort((a, b) => rank(a.value, wanted) - rank(b.value, wanted) || b.count - a.count)
    .flatMap(withSpellings);
  const shorter = shorterForms(used, wanted);
  const meant = fitting.length + shorter.length === 0 ? slipOf(used, typed) : [];
  return [...fitting.slice(0, SHOWN - shorter.length), ...shorter, ...meant];
}

const rank = (value: string, wanted: string): number => (fold(value).startsWith(wanted) ? 0 : 1);

/** Spellings that differ only by case are one value to a query, and two to a reader: pointed out. */
function withSpellings({ value, count, variants = [] }: FacetValue): TagOption[] {
  const others = variants.filter((spelling) => spelling !== value);
  return [{ value, count, note: null }, ...others.map((other) => ({ value: other, count: null, note: `same as ${value}, other spelling` }))];
}

/** Who types `production` should see that the fleet says `prod`. */
function shorterForms(used: readonly FacetValue[], wanted: string): TagOption[] {
  return used
    .filter(({ value }) => value.length >= LEAST_SHORT_FORM && fold(value) !== wanted && wanted.startsWith(fold(value)))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SHORT_FORMS)
    .map(({ value, count }) => ({ value, count, note: 'a shorter form in use' }));
}

function slipOf(used: readonly FacetValue[], typed: string): TagOption[] {
  const meant = nearest(typed, used.map(({ value }) => value).filter((value) => value !== ''));
  const found = used.find(({ value }) => value === meant);
  return found === undefined ? [] : [{ value: found.value, count: found.count, note: `close to ${typed}` }];
}

/** What a person should know before they save a value that nobody spells like this. */
export function otherSpelling(used: readonly FacetValue[], typed: string): FacetValue | undefined {
  if (typed === '') return undefined;
  const same = used.find(({ value }) => fold(value) === fold(typed));
  return same === undefined || same.value === typed ? undefined : same;
}
