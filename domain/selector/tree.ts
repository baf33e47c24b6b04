import type { Network } from './network-value';
import type { TermName } from './terms';
import type { Version } from './version-value';

/** Where a node stands in the text it was parsed from. Nodes made by code have none. */
export interface Span {
  position: number;
  length: number;
}

interface Placed {
  at?: Span;
}

/** A whole query. `everything` stands only at the root and inside a relation (`parent()`: has one). */
export type Selector = { type: 'everything' } | SelectorNode;

export type SelectorNode = AndNode | OrNode | NotNode | Term;
export type Term = FieldTerm | KeyTerm | FreeText | RelationTerm | ViewTerm;

/** At least two parts, none of them an `and`. */
export interface AndNode extends Placed {
  type: 'and';
  parts: SelectorNode[];
}

/** At least two parts, none of them an `or`. */
export interface OrNode extends Placed {
  type: 'or';
  parts: SelectorNode[];
}

export interface NotNode extends Placed {
  type: 'not';
  part: SelectorNode;
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * `kind:host`. Any of the values has to match; `!=` is the complement of `=`. Only `=` and `!=` come with several values or a range.
 * The term's type (terms.ts) says which values it holds: text, enum, uuid, flag and presence only text and patterns.
 */
export interface FieldTerm extends Placed {
  type: 'field';
  field: TermName;
  op: Comparison;
  values: Value[];
}

export const KEY_SPACES = ['tag', 'label', 'annotation'] as const;
export type KeySpace = (typeof KEY_SPACES)[number];

/** `tag:env=prod`; without a comparison: the key is there. */
export interface KeyTerm extends Placed {
  type: 'key';
  space: KeySpace;
  key: TextMatch;
  comparison?: { op: Comparison; values: Value[] };
}

/** Free text: one word or phrase. */
export interface FreeText extends Placed {
  type: 'text';
  value: TextMatch;
}

export const RELATIONS = ['parent', 'child', 'ancestor', 'descendant'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface RelationTerm extends Placed {
  type: 'relation';
  relation: Relation;
  selector: Selector;
}

/**
 * `view:mine` together with the queries of those views, put there before a query is run (expand-views.ts). Any of them has to match; with `!=`
 * none does. It is printed, counted and ticked as the term that it is written as.
 */
export interface ViewTerm extends Placed {
  type: 'view';
  written: FieldTerm;
  asked: Selector[];
}

/** Text, patterns and keys keep the spelling of the query; fold them before matching. */
export interface TextValue extends Placed {
  type: 'text';
  text: string;
}

/** Text with at least one `*` that stands for any run of characters. */
export interface PatternValue extends Placed {
  type: 'pattern';
  pattern: string;
}

export type TextMatch = TextValue | PatternValue;

export interface NumberValue extends Placed {
  type: 'number';
  text: string;
  number: number;
}

export interface VersionValue extends Placed {
  type: 'version';
  text: string;
  version: Version;
}

export interface AgeValue extends Placed {
  type: 'age';
  text: string;
  ms: number;
}

/** A date or a time, as the span that it names (`until` is not in it). */
export interface InstantValue extends Placed {
  type: 'instant';
  text: string;
  from: number;
  until: number;
}

export interface NetworkValue extends Placed {
  type: 'network';
  text: string;
  network: Network;
}

interface Range<Type extends string, End> extends Placed {
  type: Type;
  /** Both ends are in the range; at least one is given. */
  from?: End;
  to?: End;
}

export type NumberRange = Range<'number-range', NumberValue>;
export type VersionRange = Range<'version-range', VersionValue>;
export type AgeRange = Range<'age-range', AgeValue>;
export type InstantRange = Range<'instant-range', InstantValue>;

export type Value =
  | TextMatch
  | NumberValue
  | VersionValue
  | AgeValue
  | InstantValue
  | NetworkValue
  | NumberRange
  | VersionRange
  | AgeRange
  | InstantRange;

/** Every term of the query, from left to right, those inside relations and views too. */
export function* termsOf(selector: Selector): Generator<Term> {
  switch (selector.type) {
    case 'everything':
      return;
    case 'and':
    case 'or':
      for (const part of selector.parts) yield* termsOf(part);
      return;
    case 'not':
      yield* termsOf(selector.part);
      return;
    case 'relation':
      yield selector;
      yield* termsOf(selector.selector);
      return;
    case 'view':
      yield selector;
      for (const asked of selector.asked) yield* termsOf(asked);
      return;
    default:
      yield selector;
  }
}
