import { fold } from '@/domain/fold';
import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import { isIdentifierKey } from '@/domain/selector/identifier-key';
import { networkContains, readAddress } from '@/domain/selector/network-value';
import { readNumber } from '@/domain/selector/number-value';
import { saysRetired } from '@/domain/selector/retired';
import { timeWindow } from '@/domain/selector/time-value';
import type { Comparison, FieldTerm, KeyTerm, RelationTerm, Selector, TextMatch, Value } from '@/domain/selector/tree';
import { compareVersions, readVersion } from '@/domain/selector/version-value';
import { SILENCE_LIMITS } from '@/domain/status';
import { type FleetResource, NOW } from './reference-fleet';

/** What the semantics say, written as plainly as possible and slow: the oracle that the compilers are compared with. */
export class ReferenceEvaluator {
  readonly #byId: Map<string, FleetResource>;

  constructor(readonly fleet: readonly FleetResource[]) {
    this.#byId = new Map(fleet.map((resource) => [resource.id, resource]));
  }

  /** The ids that a query picks. */
  pick(selector: Selector): string[] {
    return this.fleet.filter((resource) => this.#inScope(resource, selector)).map(({ id }) => id);
  }

  #inScope(resource: FleetResource, selector: Selector): boolean {
    if (resource.retired && !saysRetired(selector)) return false;
    return this.#matches(resource, selector);
  }

  #matches(resource: FleetResource, selector: Selector): boolean {
    switch (selector.type) {
      case 'everything': return true;
      case 'and': return selector.parts.every((part) => this.#matches(resource, part));
      case 'or': return selector.parts.some((part) => this.#matches(resource, part));
      case 'not': return !this.#matches(resource, selector.part);
      case 'text': return containsText(resource, selector.value);
      case 'key': return matchesKey(resource, selector);
      case 'relation': return this.#relates(resource, selector);
      case 'view': return selector.asked.some((query) => this.#matches(resource, query)) !== (selector.written.op === '!=');
      case 'field': return this.#anyValue(resource, selector) !== (selector.op === '!=');
    }
  }

  #relates(resource: FleetResource, { relation, selector }: RelationTerm): boolean {
    const related = {
      parent: () => this.#above(resource).slice(0, 1),
      ancestor: () => this.#above(resource),
      child: () => this.#children(resource),
      descendant: () => this.#below(resource),
    }[relation]();
    return related.some((each) => this.#inScope(each, selector));
  }

  #above(resource: FleetResource): FleetResource[] {
    const parent = this.#byId.get(resource.parentId ?? '');
    return parent ? [parent, ...this.#above(parent)] : [];
  }

  #children({ id }: FleetResource): FleetResource[] {
    return this.fleet.filter(({ parentId }) => parentId === id);
  }

  #below(resource: FleetResource): FleetResource[] {
    return this.#children(resource).flatMap((child) => [child, ...this.#below(child)]);
  }

  #anyValue(resource: FleetResource, { field, op, values }: FieldTerm): boolean {
    const liveChildren = this.#children(resource).filter(({ retired }) => !retired).length;
    return values.some((value) => {
      const word = value.type === 'text' ? value.text : '';
      switch (field) {
        case 'is': return this.#hasFlag(resource, word);
        case 'has': return isPresent(resource, word, liveChildren);
        case 'no': return !isPresent(resource, word, liveChildren);
        case 'under': return this.#above(resource).some(({ id }) => id === word);
        case 'parent': return resource.parentId === word;
        case 'children': return numberFits(liveChildren, op, value);
        case 'tags': return numberFits(Object.keys(resource.keys.tag).length, op, value);
        case 'first_seen': case 'last_seen': case 'created': case 'updated': return timeFits(resource.times[field], op, value);
        case 'view': throw new Error('views are put into a query before it is asked');
        case 'id': case 'kind': case 'status': case 'name': case 'ip': return textFits(resource[field], op, value);
        default: return textFits(resource.texts[field] ?? null, op, value);
      }
    });
  }

  #hasFlag(resource: FleetResource, flag: string): boolean {
    const parent = this.#byId.get(resource.parentId ?? '');
    switch (flag) {
      case 'new': return NOW.getTime() - resource.times.first_seen < 86_400_000;
      case 'stale': return NOW.getTime() - resource.times.last_seen > SILENCE_LIMITS[resource.kind].idleMs;
      case 'orphan': return KIND_DESCRIPTIONS[resource.kind].belongsSomewhere && (parent === undefined || parent.retired);
      case 'untagged': return Object.keys(resource.keys.tag).length === 0;
      default: return resource.retired;
    }
  }
}

function isPresent(resource: FleetResource, name: string, liveChildren: number): boolean {
  if (name === 'children') return liveChildren > 0;
  if (name === 'parent') return resource.parentId !== null;
  if (name === 'ip') return resource.ip !== null;
  if (name === 'tag' || name === 'label' || name === 'annotation') return Object.keys(resource.keys[name]).length > 0;
  return Object.entries(resource.texts).some(([field, text]) => field === name && text !== undefined);
}

/** A pattern as a regular expression: another way than the product's own. */
function fits(text: string, match: TextMatch): boolean {
  const folded = fold(text);
  if (match.type === 'text') return folded === fold(match.text);
  return globOf(match.pattern, '^', '$').test(folded) && (folded !== '' || !/^\*+$/.test(match.pattern));
}

const globOf = (pattern: string, before: string, after: string) =>
  new RegExp(before + fold(pattern).split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('.*') + after, 'su');

function matchesKey(resource: FleetResource, { space, key, comparison }: KeyTerm): boolean {
  const values = Object.entries(resource.keys[space]).filter(([name]) => fits(name, key)).map(([, value]) => value);
  if (comparison === undefined) return values.length > 0;
  const { op } = comparison;
  const found = values.some((text) => comparison.values.some((value) =>
    value.type === 'text' || value.type === 'pattern' ? fits(text, value) : numberFits(readNumber(text), op, value)));
  return found !== (op === '!=');
}

function textFits(text: string | null, op: Comparison, value: Value): boolean {
  if (text === null) return false;
  if (value.type === 'text' || value.type === 'pattern') return fits(text, value);
  if (value.type === 'network') return networkContains(value.network, readAddress(text) ?? []);
  const version = readVersion(text);
  if (version === undefined) return false;
  if (value.type === 'version') return holds(compareVersions(version, value.version), op);
  if (value.type !== 'version-range') return false;
  return (!value.from || compareVersions(version, value.from.version) >= 0) && (!value.to || compareVersions(version, value.to.version) <= 0);
}

function numberFits(number: number | undefined, op: Comparison, value: Value): boolean {
  if (number === undefined) return false;
  if (value.type === 'number') return holds(number - value.number, op);
  return value.type === 'number-range' && number >= (value.from?.number ?? -Infinity) && number <= (value.to?.number ?? Infinity);
}

function timeFits(time: number, op: Comparison, value: Value): boolean {
  if (value.type !== 'age' && value.type !== 'instant' && value.type !== 'age-range' && value.type !== 'instant-range') return false;
  const { from = -Infinity, before = Infinity } = timeWindow(op, value, NOW.getTime());
  return time >= from && time < before;
}

function holds(difference: number, op: Comparison): boolean {
  return { '=': difference === 0, '!=': difference === 0, '<': difference < 0, '<=': difference <= 0, '>': difference > 0, '>=': difference >= 0 }[op];
}

function containsText(resource: FleetResource, match: TextMatch): boolean {
  const pattern = match.type === 'pattern' ? globOf(match.pattern, '', '') : undefined;
  const prefix = match.type === 'pattern' ? globOf(match.pattern, '^', '') : undefined;
  const word = match.type === 'text' ? fold(match.text) : '';
  const contains = (text: string) => (pattern ? pattern.test(fold(text)) : fold(text).includes(word));
  const begins = (text: string) => (prefix ? prefix.test(fold(text)) : fold(text).startsWith(word));
  const entries = [...Object.entries(resource.keys.tag), ...Object.entries(resource.keys.label)];
  const places = [resource.name, resource.texts.display_name ?? '\n', ...entries.filter(([key]) => !isIdentifierKey(key)).map(([, value]) => value)];
  if (places.some(contains)) return true;
  if ([...(match.type === 'text' ? word : match.pattern.replaceAll('*', ''))].length < 6) return false;
  return [resource.id, resource.ip ?? '\n', ...entries.filter(([key]) => isIdentifierKey(key)).map(([, value]) => value)].some(begins);
}
