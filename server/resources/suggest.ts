import * as z from 'zod/mini';
import { suggestAddresses } from '@/db/resources/suggest-addresses';
import { suggestNames } from '@/db/resources/suggest-names';
import { suggestAnnotationKeys, suggestAnnotationValues } from '@/db/resources/suggest-stored';
import { listViews } from '@/db/views/list-views';
import { fold } from '@/domain/fold';
import type { FacetValue } from '@/domain/facet-counts';
import { isFacetField } from '@/domain/fields';
import { completeSelector, containsPattern, type OpenSlot, spellChoice } from '@/domain/selector/complete-selector';
import { LIMITS } from '@/domain/selector/limits';
import { nearDuplicates } from '@/domain/selector/near-values';
import { SelectorError } from '@/domain/selector/selector-error';
import type { Suggestion, Suggestions } from '@/domain/selector/suggestions';
import { termChoices, wordChoices } from '@/domain/selector/term-choices';
import { describeTerm, type TermName } from '@/domain/selector/terms';
import type { Selector } from '@/domain/selector/tree';
import type { Context } from '../context';
import { runnable } from '../read-selector';
import { countFacetsOf } from './count-facets';

const MAX_SUGGESTIONS = 100;
const DEFAULT_SUGGESTIONS = 20;

export const SuggestInput = z.strictObject({
  /** The query as it is typed, right or wrong. */
  q: z.optional(z.string().check(z.maxLength(LIMITS.characters), z.refine((text) => !/\u0000|\p{Surrogate}/u.test(text), 'this text cannot be searched for'))),
  /** Where the caret stands; the end unless given. */
  at: z.optional(z.int().check(z.nonnegative())),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_SUGGESTIONS))),
});

/** What may stand at the caret: fields, keys or values, counted under the rest of the query. */
export async function suggest(context: Context, input: z.infer<typeof SuggestInput>): Promise<Suggestions> {
  const { q = '', limit = DEFAULT_SUGGESTIONS } = input;
  const at = Math.min(input.at ?? q.length, q.length);
  const written = completeSelector(q, at);
  if (written.type === 'nothing') return { type: 'nothing', position: at, length: 0, values: [], contains: null };
  const slot = { ...written, rest: await restOf(context, written.rest) };
  const { type, position, length } = slot;
  const values = await valuesOf(context, slot, limit);
  return { type, position, length, values: values.slice(0, limit), contains: containsPattern(slot) ?? null };
}

/** Where the rest of the query asks for what is not there, choices are those of everything. */
async function restOf({ db }: Context, rest: Selector): Promise<Selector> {
  try {
    return await runnable(db, rest);
  } catch (error) {
    if (error instanceof SelectorError) return { type: 'everything' };
    throw error;
  }
}

function valuesOf(context: Context, slot: OpenSlot, limit: number): Promise<Suggestion[]> | Suggestion[] {
  if (slot.type === 'term') return termChoices(slot.typed).map(({ insert, summary }) => ({ value: insert, insert, count: null, note: summary }));
  if ('space' in slot) {
    if (slot.space === 'annotation') return annotations(context, slot, limit);
    return countedValues(context, slot, slot.type === 'key' ? slot.space : `${slot.space}:${slot.key}`, limit);
  }
  const words = wordChoices(slot.field, slot.typed);
  if (words) return words.map(({ insert, summary }) => ({ value: insert, insert, count: null, note: summary }));
  if (slot.field === 'view') return savedViews(context, slot);
  if (slot.field === 'ip') return addresses(context, slot, limit);
  return isFacetField(slot.field) ? countedValues(context, slot, slot.field, limit) : namedResources(context, slot, slot.field, limit);
}

/** Values that contain what is typed: itself first, then the most frequent. */
async function countedValues(context: Context, slot: OpenSlot, facet: string, limit: number): Promise<Suggestion[]> {
  if (facet.endsWith(':')) return [];
  const { facets } = await countFacetsOf(context, slot.rest, { facets: [facet], limit, search: slot.typed });
  const values = facets[0]?.values ?? [];
  const slips = nearDuplicates(values);
  const typed = fold(slot.typed);
  const isEnum = slot.type === 'value' && 'field' in slot && describeTerm(slot.field).type === 'enum';
  return [...values]
    .sort((a, b) => Number(fold(b.value) === typed) - Number(fold(a.value) === typed))
    .map((each) => ({
      value: each.value,
      insert: spellChoice(slot, isEnum ? fold(each.value) : each.value),
      count: each.count,
      note: noteOn(each, slips.get(each.value)),
    }));
}

function noteOn({ value, variants = [] }: FacetValue, meant: string | undefined): string | null {
  if (meant !== undefined) return `one letter from ${meant}`;
  const others = variants.filter((spelling) => spelling !== value);
  return others.length > 0 ? `also written ${others.join(', ')}` : null;
}

/** Views are found by their slug and by their name. */
async function savedViews({ db }: Context, slot: OpenSlot): Promise<Suggestion[]> {
  const typed = fold(slot.typed);
  const views = (await listViews(db)).filter(({ slug, name }) => slug.includes(typed) || fold(name).includes(typed));
  return views.map(({ slug, name }) => ({ value: slug, insert: slug, count: null, note: name }));
}

/** An address is known by its beginning. */
async function addresses({ db, fleet }: Context, slot: OpenSlot, limit: number): Promise<Suggestion[]> {
  const query = { selector: slot.rest, prefix: slot.typed, limit, now: new Date() };
  const found = (await fleet?.addresses(query)) ?? (await suggestAddresses(db, query));
  return found.map((each) => ({ value: each.value, insert: spellChoice(slot, each.value), count: each.count, note: noteOn(each, undefined) }));
}

/** Annotations stay out of the index, and counting them would read them all. */
function annotations({ db }: Context, slot: OpenSlot & { space: string }, limit: number): Promise<Suggestion[]> {
  const query = { prefix: slot.typed, limit };
  return offered(slot, slot.type === 'key' ? suggestAnnotationKeys(db, query) : suggestAnnotationValues(db, { ...query, key: 'key' in slot ? slot.key : '' }));
}

const offered = async (slot: OpenSlot, values: Promise<string[]>): Promise<Suggestion[]> =>
  (await values).map((value) => ({ value, insert: spellChoice(slot, value), count: null, note: null }));

/** Where a resource is meant, its name finds it and its id is written. */
async function namedResources({ db, fleet }: Context, slot: OpenSlot, field: TermName, limit: number): Promise<Suggestion[]> {
  const byId = field === 'id' || field === 'parent' || field === 'under';
  if (!byId && field !== 'name') return [];
  // What is above a resource need not match the rest of the query.
  const selector = field === 'parent' || field === 'under' ? ({ type: 'everything' } as const) : slot.rest;
  const query = { selector, prefix: slot.typed, limit, now: new Date(), each: byId ? 'resource' : 'name' } as const;
  const found = (await fleet?.names(query)) ?? (await suggestNames(db, query));
  return found.map(({ id, name, kind }) => ({ value: name, insert: byId ? id : spellChoice(slot, name), count: null, note: kind }));
}
