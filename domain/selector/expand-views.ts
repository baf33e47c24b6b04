import { slugOf } from '../view-slug';
import { LIMITS } from './limits';
import { nearest } from './nearest';
import { parseSelector } from './parse-selector';
import { SelectorError } from './selector-error';
import { type FieldTerm, type Selector, type SelectorNode, type Span, termsOf, type Value } from './tree';

/** Whether the query asks for a view whose own query is not in it yet. */
export function hasViews(selector: Selector): boolean {
  for (const term of termsOf(selector)) if (isViewTerm(term)) return true;
  return false;
}

/** The slugs of the views that the query names itself. */
export function viewsNamedIn(selector: Selector): Set<string> {
  return new Set([...termsOf(selector)].filter(isViewTerm).flatMap(({ values }) => values.map(slugIn)));
}

type WrittenView = FieldTerm & { field: 'view' };

const isViewTerm = (node: SelectorNode): node is WrittenView => node.type === 'field' && node.field === 'view';
const slugIn = (value: Value): string => (value.type === 'text' ? value.text : '');

/**
 * The query with the queries of its views put in, and theirs in those. What comes from a view stands where the view is named, so that whatever
 * is wrong with it is said there. A view that is not there, one that asks for itself and a query that grows beyond the limits are refused.
 * @param queries by slug
 * @param within the slug of the view whose query this is
 */
export function expandViews(selector: Selector, queries: ReadonlyMap<string, string>, within?: string): Selector {
  return new Expansion(queries).expand(selector, { path: within === undefined ? [] : [within], relations: 0 });
}

interface Place {
  /** The views whose queries are being read, the outermost first. */
  path: readonly string[];
  /** The one that the query itself names, and where. */
  outer?: { slug: string; at: Span };
  relations: number;
}

class Expansion {
  #terms = 0;

  constructor(private readonly queries: ReadonlyMap<string, string>) {}

  expand(selector: Selector, place: Place): Selector {
    return selector.type === 'everything' ? selector : this.#node(selector, place);
  }

  #node(node: SelectorNode, place: Place): SelectorNode {
    switch (node.type) {
      case 'and':
      case 'or':
        return { ...node, parts: node.parts.map((part) => this.#node(part, place)), ...placed(place) };
      case 'not':
        return { ...node, part: this.#node(node.part, place), ...placed(place) };
      case 'relation':
        this.#count(place);
        if (place.relations === LIMITS.relationDepth) {
          throw refusal(place, `relations would be nested more than ${LIMITS.relationDepth} deep`);
        }
        return { ...node, selector: this.expand(node.selector, { ...place, relations: place.relations + 1 }), ...placed(place) };
      case 'text':
      case 'key':
      case 'view':
        this.#count(place);
        return { ...node, ...placed(place) };
      case 'field':
        this.#count(place);
        if (isViewTerm(node)) return { type: 'view', written: node, asked: node.values.map((value) => this.#view(value, place)), ...(node.at && { at: node.at }), ...placed(place) };
        return place.outer === undefined ? node : { ...node, values: node.values.map((value) => ({ ...value, ...placed(place) })), ...placed(place) };
    }
  }

  #view(value: Value, { path, outer, relations }: Place): Selector {
    const slug = slugIn(value);
    const place: Place = { path: [...path, slug], outer: outer ?? { slug, at: value.at ?? { position: 0, length: 0 } }, relations };
    if (path.includes(slug)) throw refusal(place, `it asks for itself: ${place.path.slice(path.indexOf(slug)).join(' → ')}`);
    const query = this.queries.get(slug);
    if (query === undefined) throw this.#unknown(slug, place, outer !== undefined);
    if (place.path.length > LIMITS.depth) throw refusal(place, `views ask for one another more than ${LIMITS.depth} deep`);
    return this.expand(parseView(query, place), place);
  }

  /** Only what comes from views can be too much: the rest was counted when it was parsed. */
  #count(place: Place): void {
    if (++this.#terms > LIMITS.terms) throw refusal(place, `with its views written out this query has more than ${LIMITS.terms} terms`);
  }

  #unknown(slug: string, place: Place, isInView: boolean): SelectorError {
    const named = slugOf(slug);
    const meant = this.queries.has(named) ? named : nearest(slug, this.queries.keys());
    const message = `there is no view ${slug}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    return isInView ? refusal(place, message) : new SelectorError(message, { ...(place.outer?.at ?? { position: 0 }), suggestion: meant });
  }
}

function parseView(query: string, place: Place): Selector {
  try {
    return parseSelector(query);
  } catch (error) {
    if (error instanceof SelectorError) throw refusal(place, `its query is not understood: ${error.message}`);
    throw error;
  }
}

/** Said where the outermost view is named. */
const refusal = ({ outer }: Place, message: string): SelectorError =>
  outer === undefined ? new SelectorError(message, { position: 0 }) : new SelectorError(`view ${outer.slug}: ${message}`, outer.at);

const placed = ({ outer }: Place): { at?: Span } => (outer === undefined ? {} : { at: outer.at });
