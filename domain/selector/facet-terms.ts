import { fold } from '../fold';
import { type FacetField, isFacetField } from '../fields';
import { allOf, invert, partsOf } from './selector-parts';
import { describeTerm, type TermName, termNamed } from './terms';
import { type Comparison, type KeySpace, KEY_SPACES, type Selector, type SelectorNode, type Term, termsOf, type Value } from './tree';

/** What is counted: a field (`kind`), the values of one key (`tag:env`, the key folded), or the keys themselves (`tag`). */
export type Facet =
  | { type: 'field'; field: FacetField }
  | { type: 'values'; space: KeySpace; key: string }
  | { type: 'keys'; space: KeySpace };

/** Reads `kind`, `env`, `tag:env`, `label`; undefined when there is no such facet. */
export function readFacet(name: string): Facet | undefined {
  const colon = name.indexOf(':');
  const space = KEY_SPACES.find((known) => known === (colon < 0 ? name : name.slice(0, colon)));
  if (space !== undefined) {
    if (colon < 0) return { type: 'keys', space };
    return colon === name.length - 1 ? undefined : { type: 'values', space, key: fold(name.slice(colon + 1)) };
  }
  const field = termNamed(name);
  return field !== undefined && isFacetField(field) ? { type: 'field', field } : undefined;
}

/** Names are checked at the door: one that gets here and is no facet is a mistake in our code. */
function facetNamed(facet: Facet | string): Facet {
  const found = typeof facet === 'string' ? readFacet(facet) : facet;
  if (found === undefined) throw new Error('there is no such facet');
  return found;
}

/** What people have picked in a facet. A value is folded; null stands for the resources that have none. */
export interface FacetState {
  included: readonly (string | null)[];
  excluded: readonly (string | null)[];
  /** The query limits this facet also by what is no single value: a pattern, a range, a comparison. */
  custom: boolean;
}

export type FacetMode = 'include' | 'exclude';

/** The query without the facet's own terms: what its counts are taken over. */
export function withoutFacet(selector: Selector, facet: Facet | string): Selector {
  const counted = facetNamed(facet);
  return allOf(partsOf(selector).filter((part) => !isOwn(part, counted)));
}

/** The query with this value as one more term: the rows of a group. */
export const withinFacetValue = (selector: Selector, facet: Facet | string, value: string | null): Selector => allOf([selector, valueTerm(facetNamed(facet), [value])]);

/** The query with the facet's own terms replaced by this one value: what its count promises. */
export function withFacetValue(selector: Selector, facet: Facet | string, value: string | null): Selector {
  return allOf([withoutFacet(selector, facet), valueTerm(facetNamed(facet), [value])]);
}

export function facetState(selector: Selector, facet: Facet | string): FacetState {
  const counted = facetNamed(facet);
  const picked = readPicked(partsOf(selector), counted);
  const own = partsOf(selector).filter((part) => isOwn(part, counted));
  return {
    included: [...picked.include.keys()],
    excluded: [...picked.exclude.keys()],
    custom: own.some((part) => readChoice(part, counted) === undefined),
  };
}

/** Picks a value or, when it is picked in this way already, drops it. Keeps the place of the facet's terms. */
export function toggleFacetValue(selector: Selector, facet: Facet | string, value: string | null, mode: FacetMode): Selector {
  const counted = facetNamed(facet);
  const parts = partsOf(selector);
  const picked = readPicked(parts, counted);
  const key = value === null ? null : fold(value);
  const [here, there] = mode === 'include' ? [picked.include, picked.exclude] : [picked.exclude, picked.include];
  if (!here.delete(key)) here.set(key, value);
  there.delete(key);

  const renewed: SelectorNode[] = [];
  if (picked.include.size > 0) renewed.push(valueTerm(counted, [...picked.include.values()]));
  if (picked.exclude.size > 0) renewed.push(invert(valueTerm(counted, [...picked.exclude.values()])));
  const isReplaced = (part: SelectorNode) => isOwn(part, counted) && readChoice(part, counted) !== undefined;
  const place = parts.findIndex(isReplaced);
  const kept = parts.filter((part) => !isReplaced(part));
  const before = place < 0 ? kept.length : place;
  return allOf([...kept.slice(0, before), ...renewed, ...kept.slice(before)]);
}

/** Own: every leaf of the part mentions this facet and nothing else. */
function isOwn(part: SelectorNode, facet: Facet): boolean {
  for (const term of termsOf(part)) if (!mentions(term, facet)) return false;
  return true;
}

function mentions(term: Term, facet: Facet): boolean {
  if (term.type === 'field' && (term.field === 'has' || term.field === 'no')) {
    const name = facet.type === 'keys' ? facet.space : facet.type === 'field' ? facet.field : undefined;
    return term.values.every((value) => value.type === 'text' && value.text === name);
  }
  switch (facet.type) {
    case 'field':
      return term.type === 'field' && term.field === facet.field;
    case 'values':
      return isKeyTerm(term, facet.space) && term.key.type === 'text' && fold(term.key.text) === facet.key;
    case 'keys':
      return isKeyTerm(term, facet.space) && term.key.type === 'text' && term.comparison === undefined;
  }
}

const isKeyTerm = (term: Term, space: KeySpace): term is Extract<Term, { type: 'key' }> =>
  term.type === 'key' && term.space === space;

type Picks = Map<string | null, string | null>;

/** By folded value, the value as it is spelled in the query. */
function readPicked(parts: readonly SelectorNode[], facet: Facet): Record<FacetMode, Picks> {
  const picked = { include: new Map(), exclude: new Map() } satisfies Record<FacetMode, Picks>;
  for (const part of parts) {
    const choice = isOwn(part, facet) ? readChoice(part, facet) : undefined;
    for (const value of choice?.values ?? []) if (choice) picked[choice.mode].set(value === null ? null : fold(value), value);
  }
  return picked;
}

interface Choice {
  mode: FacetMode;
  values: (string | null)[];
}

const opposite = ({ mode, values }: Choice): Choice => ({ mode: mode === 'include' ? 'exclude' : 'include', values });

/** What an own part picks; undefined when it says more than a set of values. */
function readChoice(part: SelectorNode, facet: Facet): Choice | undefined {
  switch (part.type) {
    case 'not': {
      const inner = readChoice(part.part, facet);
      return inner && opposite(inner);
    }
    case 'or': {
      const inner = part.parts.map((each) => readChoice(each, facet));
      const values = inner.flatMap((choice) => (choice?.mode === 'include' ? choice.values : []));
      return inner.every((choice) => choice?.mode === 'include') ? { mode: 'include', values } : undefined;
    }
    case 'field':
      if (part.field === 'has' || part.field === 'no') {
        return { mode: (part.field === 'no') === (part.op === '=') ? 'include' : 'exclude', values: [null] };
      }
      return readValues(part.op, part.values);
    case 'key': {
      const { key, comparison } = part;
      if (comparison !== undefined) return readValues(comparison.op, comparison.values);
      if (facet.type === 'keys') return key.type === 'text' ? { mode: 'include', values: [key.text] } : undefined;
      return { mode: 'exclude', values: [null] };
    }
    default:
      return undefined;
  }
}

function readValues(op: Comparison, values: readonly Value[]): Choice | undefined {
  const texts = values.flatMap((value) => (value.type === 'text' ? [value.text] : []));
  if (texts.length < values.length || (op !== '=' && op !== '!=')) return undefined;
  return { mode: op === '=' ? 'include' : 'exclude', values: texts };
}

/** The term that matches any of these values; at least one is given. */
function valueTerm(facet: Facet, picks: readonly (string | null)[]): SelectorNode {
  const texts = picks.filter((value) => value !== null);
  const terms = texts.length > 0 ? textTerms(facet, texts) : [];
  if (texts.length < picks.length) terms.push(missingTerm(facet));
  const [first] = terms;
  return terms.length === 1 && first ? first : { type: 'or', parts: terms };
}

function textTerms(facet: Facet, texts: readonly string[]): SelectorNode[] {
  const values = texts.map((text): Value => ({ type: 'text', text }));
  switch (facet.type) {
    case 'field':
      return [{ type: 'field', field: facet.field, op: '=', values: isClosedList(facet.field) ? values.map(folded) : values }];
    case 'values':
      return [{ type: 'key', space: facet.space, key: { type: 'text', text: facet.key }, comparison: { op: '=', values } }];
    case 'keys':
      return texts.map((text) => ({ type: 'key', space: facet.space, key: { type: 'text', text } }));
  }
}

const isClosedList = (field: TermName): boolean => describeTerm(field).type === 'enum';
const folded = (value: Value): Value => (value.type === 'text' ? { ...value, text: fold(value.text) } : value);

function missingTerm(facet: Facet): SelectorNode {
  if (facet.type === 'values') {
    return { type: 'not', part: { type: 'key', space: facet.space, key: { type: 'text', text: facet.key } } };
  }
  const name = facet.type === 'field' ? facet.field : facet.space;
  return { type: 'field', field: 'no', op: '=', values: [{ type: 'text', text: name }] };
}
