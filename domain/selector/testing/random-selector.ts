import fc from 'fast-check';
import { KINDS } from '../../kinds';
import { STATUSES } from '../../status';
import { readNetwork } from '../network-value';
import { allOf } from '../selector-parts';
import { FLAGS, PRESENCES } from '../terms';
import { readAge, readInstant } from '../time-value';
import {
  type AgeValue, type Comparison, type FieldTerm, type InstantValue, KEY_SPACES, type KeyTerm, type NumberValue, RELATIONS,
  type Selector, type SelectorNode, type TextMatch, type Value, type VersionValue,
} from '../tree';
import { readVersion } from '../version-value';

/** The words that random queries are made of; those of the data, so that queries find something. */
export interface Vocabulary {
  keys: readonly string[];
  texts: readonly string[];
  patterns: readonly string[];
  numbers: readonly string[];
  versions: readonly string[];
  ages: readonly string[];
  instants: readonly string[];
  networks: readonly string[];
  ids: readonly string[];
}

export const VOCABULARY: Vocabulary = {
  keys: ['env', 'team', 'cores', 'deprecated', 'Region', 'größe', 'a b', 'k*x', 'host_id', 'pod_uid', 'app.kubernetes.io/name'],
  texts: ['prod', 'Prod', 'web-01', 'a b', '', '-x', 'AND', 'kind:host', 'he said "no"', 'back\\slash', 'x*y', '100%', 'a_b', '1..2', '(x)', 'É', 'e\u0301', '😀', '!x', 'a=b', 'x,y'],
  patterns: ['*', 'web*', '*0*', 'p*d', '*%*', 'É*', '**'],
  numbers: ['0', '1', '-5', '8', '2.50', '08'],
  versions: ['1', 'v1.20', '1.20.0', '1.20-rc.1', '0', '2.0+build', '1.3-RC2'],
  ages: ['30s', '15m', '1h30m', '7d'],
  instants: ['2026-01-01', '2026-01-01T10:00', '2026-01-01T10:00:00+02:00', '2025-12-31T23:59:59.999Z'],
  networks: ['10.0.0.0/8', '10.1.2.3', 'fe80::/10', '::1', '2001:db8::1/64', '0.0.0.0/0'],
  ids: ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'],
};

/** Throws away what the vocabulary spells wrong. */
function read<Meaning extends object | number>(texts: readonly string[], reader: (text: string) => Meaning | undefined) {
  return fc.constantFrom(...texts.flatMap((text) => {
    const meaning = reader(text);
    return meaning === undefined ? [] : [{ text, meaning }];
  }));
}

const ORDERS: readonly Comparison[] = ['<', '<=', '>', '>='];
const equality = fc.constantFrom<Comparison>('=', '!=');
const order = fc.constantFrom(...ORDERS);

const TEXT_FIELDS = [
  'name', 'display_name', 'group', 'environment', 'owner', 'platform', 'runtime', 'version', 'os', 'arch', 'type', 'cluster', 'namespace', 'location',
] as const;

interface Options {
  vocabulary?: Vocabulary;
  /** Flags that queries may speak of; all of them unless given. */
  flags?: readonly string[];
  relations?: boolean;
  /** Slugs that queries may ask for; none unless given. */
  views?: readonly string[];
}

const ranges = <End, Type extends string>(type: Type, end: fc.Arbitrary<End>) =>
  fc.oneof(
    fc.record({ type: fc.constant(type), from: end, to: end }),
    fc.record({ type: fc.constant(type), from: end }),
    fc.record({ type: fc.constant(type), to: end }),
  );

function randomTerms({ vocabulary = VOCABULARY, flags = Object.keys(FLAGS), views = [] }: Options): fc.Arbitrary<SelectorNode>[] {
  const text = fc.constantFrom(...vocabulary.texts).map((each): TextMatch => ({ type: 'text', text: each }));
  const pattern = fc.constantFrom(...vocabulary.patterns).map((each): TextMatch => ({ type: 'pattern', pattern: each }));
  const match = fc.oneof({ weight: 3, arbitrary: text }, pattern);
  const number = read(vocabulary.numbers, (each) => ({ number: Number(each) }))
    .map(({ text: spelled, meaning }): NumberValue => ({ type: 'number', text: spelled, ...meaning }));
  const version = read(vocabulary.versions, readVersion).map(({ text: spelled, meaning }): VersionValue => ({ type: 'version', text: spelled, version: meaning }));
  const age = read(vocabulary.ages, readAge).map(({ text: spelled, meaning }): AgeValue => ({ type: 'age', text: spelled, ms: meaning }));
  const instant = read(vocabulary.instants, readInstant).map(({ text: spelled, meaning }): InstantValue => ({ type: 'instant', text: spelled, ...meaning }));
  const network = read(vocabulary.networks, readNetwork).map(({ text: spelled, meaning }): Value => ({ type: 'network', text: spelled, network: meaning }));
  const numberRange = ranges('number-range', number);

  const set = (value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 1, maxLength: 3 });
  const one = (value: fc.Arbitrary<Value>) => value.map((each) => [each]);
  const words = (names: readonly string[]) => set(fc.constantFrom(...names).map((each) => ({ type: 'text', text: each })));
  const field = (names: readonly FieldTerm['field'][], op: fc.Arbitrary<Comparison>, values: fc.Arbitrary<Value[]>): fc.Arbitrary<SelectorNode> =>
    fc.record({ type: fc.constant('field' as const), field: fc.constantFrom(...names), op, values });

  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...vocabulary.keys).map((each): TextMatch => ({ type: 'text', text: each })) },
    fc.constantFrom('*', 't*', '*e*').map((each): TextMatch => ({ type: 'pattern', pattern: each })),
  );
  const keyTerm = (comparison: fc.Arbitrary<NonNullable<KeyTerm['comparison']>>): fc.Arbitrary<SelectorNode> =>
    fc.record({ type: fc.constant('key' as const), space: fc.constantFrom(...KEY_SPACES), key, comparison });

  const times = ['first_seen', 'last_seen', 'created', 'updated'] as const;
  const counts = ['children', 'tags'] as const;
  return [
    fc.record({ type: fc.constant('text' as const), value: match.filter((each) => each.type === 'pattern' || each.text !== '') }),
    fc.record({ type: fc.constant('key' as const), space: fc.constantFrom(...KEY_SPACES), key }),
    keyTerm(fc.record({ op: equality, values: set(fc.oneof({ weight: 3, arbitrary: match }, numberRange)) })),
    keyTerm(fc.record({ op: order, values: one(number) })),
    field(TEXT_FIELDS, equality, set(match)),
    field(['kind'], equality, words(KINDS)),
    field(['status'], equality, words(STATUSES.map((status) => status.toLowerCase()))),
    field(['is'], equality, words(flags)),
    field(['has', 'no'], equality, words(PRESENCES)),
    ...(views.length > 0 ? [field(['view'], equality, words(views))] : []),
    field(['id', 'parent', 'under'], equality, words(vocabulary.ids)),
    field(['ip'], equality, set(fc.oneof(network, text))),
    field(['version'], order, one(version)),
    field(['version'], equality, set(ranges('version-range', version))),
    field(counts, equality, set(fc.oneof(number, numberRange))),
    field(counts, order, one(number)),
    field(times, order, one(fc.oneof(age, instant))),
    field(times, equality, set(fc.oneof(instant, ranges('age-range', age), ranges('instant-range', instant)))),
  ];
}

/** Trees as the parser makes them: joined parts flat, at most two relations inside one another. */
export function randomSelector(options: Options = {}): fc.Arbitrary<Selector> {
  const plain = nested(fc.oneof(...randomTerms(options)));
  const withEmpty = (node: fc.Arbitrary<SelectorNode>): fc.Arbitrary<Selector> =>
    fc.oneof({ weight: 6, arbitrary: node }, fc.constant<Selector>({ type: 'everything' }));
  if (options.relations === false) return withEmpty(plain);
  const related = (inner: fc.Arbitrary<Selector>): fc.Arbitrary<SelectorNode> =>
    fc.record({ type: fc.constant('relation' as const), relation: fc.constantFrom(...RELATIONS), selector: inner });
  const once = related(withEmpty(plain));
  const twice = related(withEmpty(fc.oneof(plain, once)));
  return withEmpty(fc.oneof({ weight: 4, arbitrary: plain }, nested(fc.oneof(plain, once, twice))));
}

function nested(leaf: fc.Arbitrary<SelectorNode>): fc.Arbitrary<SelectorNode> {
  const negated = (part: fc.Arbitrary<SelectorNode>) => part.map((each): SelectorNode => ({ type: 'not', part: each }));
  const parts = fc.array(fc.oneof(leaf, negated(leaf)), { minLength: 2, maxLength: 3 });
  const joined = fc.oneof(parts.map(conjunction), parts.map(disjunction));
  const mixed = fc.array(fc.oneof(leaf, joined, negated(joined)), { minLength: 2, maxLength: 3 });
  return fc.oneof(leaf, negated(leaf), joined, mixed.map(conjunction), mixed.map(disjunction));
}

function conjunction(parts: SelectorNode[]): SelectorNode {
  const joined = allOf(parts);
  if (joined.type === 'everything') throw new Error('no parts');
  return joined;
}

const disjunction = (parts: SelectorNode[]): SelectorNode => ({ type: 'or', parts: parts.flatMap((part) => (part.type === 'or' ? part.parts : [part])) });
