import type { Hint } from './hint';
import { meantAge, meantMoment } from './meant-value';
import { meantField } from './other-names';
import { rewriteScope } from './rewrite-promql';
import { spellLike, spellPattern, spellRegexLoosely, spellSet } from './spell-regex';
import { quote, spellKey } from './spelling';
import { describeTerm, isPresence, termNamed } from './terms';
import { KEY_SPACES, type Comparison } from './tree';

type Groups = Readonly<Record<string, string | undefined>>;

/** Several words of another language that mean one thing here. */
interface Phrase {
  pattern: RegExp;
  message: string;
  /** How it is written here; undefined when it is no such phrase after all. */
  write: (groups: Groups, said: string) => string | undefined;
}

const NAME = String.raw`(?<![\w.:/"-])(?<name>(?:(?:tag|label|annotation):)?[A-Za-z_][\w./-]*)`;
const VALUE = String.raw`(?<value>"(?:\\.|[^"\\])*"|'[^']*'|[^\s,()"'=<>]+)`;
const UNIT = '(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|yrs?|years?)';

const SAID_OTHERWISE = 'these words of another language mean one term here';
const NO_PART = 'a query says only what is looked for; order and number of rows are chosen elsewhere';

const phrase = (pattern: string, write: Phrase['write'], message = SAID_OTHERWISE): Phrase => ({ pattern: new RegExp(pattern, 'gi'), message, write });

const PHRASES: readonly Phrase[] = [
  phrase(String.raw`^\s*(?:-l|--selector)[\s=]+(?<mark>['"])(?<inner>.*)\k<mark>\s*$`, ({ inner }) => inner, NO_PART),
  phrase(String.raw`^\s*(?:select\s.*?\swhere|where|search|-l|--selector)[\s=]+(?=['"]?[!(]*[A-Za-z_][\w./-]*['"]?\s*(?:[=<>!:]|(?:not\s+)?(?:in|is|like)\b))`, () => '', NO_PART),
  phrase(String.raw`(?:^|\s)(?:(?:order|sort|group)\s+by\s|limit\s+\d|\|\s*(?:stats|sort|table|where|head|top|count|limit)\b).*$`, () => '', NO_PART),
  phrase(String.raw`(?<=^|\s)(?:-n|--namespace)[\s=]+(?<value>[\w.-]+)`, ({ value = '' }) => `namespace:${value}`),
  phrase(String.raw`${NAME}\s+(?<not>not\s+)?in\s*(?:\((?<round>[^()]*)\)|\[(?<square>[^\][]*)\]|\{(?<curly>[^{}]*)\})`, ({ name = '', not, round, square, curly }) =>
    membersTerm(name, not, round ?? square ?? curly ?? '')),
  phrase(String.raw`${NAME}\s+(?<not>not\s+)?in\s+(?<list>[\w.'"*-]+(?:\s*,\s*[\w.'"*-]+)+)`, ({ name = '', not, list = '' }) => membersTerm(name, not, list)),
  phrase(String.raw`${NAME}\s+is\s+(?<not>not\s+)?(?<nothing>null|none|nil|undefined|empty|missing|unset)(?![\w-])`, ({ name = '', not, nothing = '' }) =>
    nothing.toLowerCase() === 'null' || isKeyTerm(name) || termNamed(name) !== undefined ? presenceTerm(name, not !== undefined) : undefined),
  phrase(String.raw`${NAME}\s+(?:(?<not>not\s+)?between)\s+(?<low>[\w.:'-]+)\s+and\s+(?<high>[\w.:'-]+)`, ({ name = '', not, low = '', high = '' }) =>
    `${not === undefined ? '' : '-'}${subject(name)}${rangeOf(low, high)}`),
  phrase(String.raw`${NAME}(?<op>[:=])[[{](?<low>\S+)\s+to\s+(?<high>[^\s\]}]+)[\]}]`, ({ name = '', op = '', low = '', high = '' }) =>
    `${name}${op}${rangeOf(low, high)}`, 'a range is written with two dots and includes both ends'),
  phrase(String.raw`${NAME}\s*(?<op>[<>]=?|[:=]|older than|newer than|more than|less than|within|in the)\s*(?:(?:last|past)\s+)?(?<now>now(?:\(\))?\s*-\s*)?(?:interval\s*)?(?<quote>['"]?)(?<count>\d{1,6})\s*(?<unit>${UNIT})\k<quote>(?:\s+ago)?(?![\w.])`, ageTerm),
  phrase(String.raw`${NAME}\s+(?<verb>(?:is|was)(?:\s+not|n't)?|isnt|(?:not\s+)?(?:i?like|rlike|regexp|contains|includes|has|matches)|starts\s?with|ends\s?with|in|equals|eq|ne|g[te]e?|l[te]e?|~)\s+${VALUE}`, saidOtherwise),
  phrase(String.raw`${NAME}\s*(?<verb>!~\*?|~\*)\s*${VALUE}`, saidOtherwise),
  phrase(String.raw`(?<space>tag|label|annotation)s?(?:\s*->>?\s*'(?<arrow>[^']+)'|\[\s*(?<mark>['"]?)(?<key>[\w./-]+)\k<mark>\s*\]|\((?<call>[\w./-]+)\))`, ({ space = '', arrow, key, call }) =>
    `${space.toLowerCase()}:${keyOf(arrow ?? key ?? call ?? '')}`, 'the key of a tag or a label stands after a colon'),
  phrase(String.raw`(?:(?:lower|upper|trim|tolower)\((?<field>\w+)\)|(?:count|len|length|size)\((?<counted>children|tags)\))(?=\s*[=<>!:])`, ({ field, counted }) => field ?? counted, 'there are no functions; letters in capitals match small ones'),
  phrase(String.raw`(?<![\w.:-])(?<field>[A-Za-z_]\w*)[:=]not\s+(?<value>[\w.*-]+)`, ({ field = '', value = '' }) => `-${field}:${value}`, 'the minus stands before the field'),
  phrase(String.raw`(?<![\w.:-])tags?:\((?<list>[^()]*)\)`, ({ list = '' }) => tagsTerm(list)),
  phrase('(?<sign>[≥≤≠])', ({ sign }) => (sign === '≥' ? '>=' : sign === '≤' ? '<=' : '!='), 'this operator is written with two signs'),
  phrase(String.raw`(?<=^|[\s(])\+(?=[A-Za-z_"(])`, () => '', 'all terms have to match: there is no plus'),
  phrase(String.raw`${NAME}\s+:\s*(?=[\w"'*(])`, ({ name = '' }) => (termNamed(name) === undefined ? undefined : `${name}:`), 'no space stands around :'),
  phrase(String.raw`(?<sign>[&|;+])(?<=[\w)"*]\s+.)(?=\s+[\w("-])`, ({ sign }) => (sign === '|' ? 'OR' : 'AND'), 'this sign is no word of the language'),
];

/** The first piece of the text that another language would say so. */
export function foreignPhrase(text: string): Hint | undefined {
  const scope = rewriteScope(text);
  if (scope !== undefined) return { position: 0, length: text.length, message: `terms stand without braces: ${scope}`, suggestion: scope };
  let first: Hint | undefined;
  for (const { pattern, message, write } of PHRASES) {
    for (const match of text.matchAll(pattern)) {
      if (isInQuotes(text, match.index)) continue;
      const suggestion = write(match.groups ?? {}, match[0]);
      if (suggestion === undefined || suggestion === match[0]) continue;
      if (first === undefined || match.index < first.position) {
        const said = suggestion === '' ? message : `${message}: ${suggestion}`;
        first = { position: match.index, length: match[0].length, message: said, suggestion };
      }
      break;
    }
  }
  return first;
}

const isInQuotes = (text: string, at: number): boolean => (text.slice(0, at).match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;

const keyOf = (key: string): string => spellKey({ type: 'text', text: key.toLowerCase() });
const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');
const isKeyTerm = (name: string): boolean => KEY_SPACES.some((space) => name.startsWith(`${space}:`));

/** `kind:`, `tag:team=`: how a term about this begins. */
function subject(name: string): string {
  if (isKeyTerm(name)) return `${name}=`;
  const field = meantField(name);
  return field === undefined ? `tag:${keyOf(name)}=` : `${field}:`;
}

function membersTerm(name: string, not: string | undefined, list: string): string | undefined {
  const members = list.split(',').map(unquoted).filter((member) => member !== '');
  return members.length === 0 ? undefined : `${not === undefined ? '' : '-'}${subject(name)}${spellSet(members)}`;
}

/** `env:prod OR team:core` of Datadog. */
function tagsTerm(list: string): string | undefined {
  const members = list.trim().split(/\s+OR\s+/i).map((member) => /^([A-Za-z_][\w./-]*):([\w.*-]+)$/.exec(member));
  const terms = members.map((match) => match && `tag:${keyOf(match[1] ?? '')}=${match[2] ?? ''}`);
  return terms.includes(null) ? undefined : `(${terms.join(' OR ')})`;
}

function presenceTerm(name: string, isThere: boolean): string | undefined {
  if (isKeyTerm(name)) return `${isThere ? '' : '-'}${name}`;
  const field = meantField(name);
  if (field === undefined) return `${isThere ? '' : '-'}tag:${keyOf(name)}`;
  return isPresence(field) ? `${isThere ? 'has' : 'no'}:${field}` : undefined;
}

function rangeOf(low: string, high: string): string {
  const [from, to] = [meantMoment(unquoted(low)), meantMoment(unquoted(high))];
  // The longer ago a moment is, the greater is its age.
  return from.isAge && to.isAge ? `${to.text}..${from.text}` : `${from.text}..${to.text}`;
}

const OPS: Readonly<Record<string, Comparison>> = {
  ':': '=', 'older than': '>', 'more than': '>', 'newer than': '<', 'less than': '<', within: '<', 'in the': '<',
};

function ageTerm({ name = '', op = '', now, count = '', unit = '' }: Groups, said: string): string | undefined {
  const field = meantField(name);
  if (field === undefined || describeTerm(field).type !== 'time' || !/[\s'"]|now/i.test(said)) return undefined;
  const word = op.toLowerCase();
  // One of the six operators where it is none of those words.
  return meantAge(field, OPS[word] ?? (word as Comparison), `${now === undefined ? '' : 'now-'}${count}${unit}`);
}

const ORDER: Readonly<Record<string, string>> = { gt: '>', ge: '>=', gte: '>=', lt: '<', le: '<=', lte: '<=' };
/** Verbs that only SQL and its like have; the others are words that a person may look for. */
const CERTAIN = /like|regexp|starts|ends|^ne$|~/;

function saidOtherwise({ name = '', verb: spoken = '', value = '' }: Groups): string | undefined {
  const spelled = spoken.toLowerCase().replace(/\s+/g, ' ');
  if (!isKeyTerm(name) && termNamed(name) === undefined && !CERTAIN.test(spelled)) return undefined;
  const isNegated = /\bnot\b|n't|isnt|^ne$|^!/.test(spelled);
  const verb = spelled.replace(/^!|\s*(?:\bnot\b|n't)\s*|nt$/g, '');
  const text = unquoted(value);
  const start = subject(name);
  const order = ORDER[verb];
  if (order !== undefined) return `${start.slice(0, -1)}${order}${text}`;
  return `${isNegated ? '-' : ''}${start}${verbValue(verb, text)}`;
}

function verbValue(verb: string, text: string): string {
  switch (verb) {
    case 'like':
    case 'ilike':
      return spellLike(text);
    case 'contains':
    case 'includes':
    case 'has':
      return spellPattern(`*${text.replace(/^%|%$/g, '')}*`);
    case 'matches':
    case 'rlike':
    case 'regexp':
    case '~':
    case '~*':
      return spellRegexLoosely(text);
    case 'startswith':
    case 'starts with':
      return spellPattern(`${text}*`);
    case 'endswith':
    case 'ends with':
      return spellPattern(`*${text}`);
    default:
      return text === '' ? quote('') : spellPattern(text);
  }
}
