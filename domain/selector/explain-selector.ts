import { FIELDS, isFieldName } from '../fields';
import { describeTerm, FLAGS, isFlag, type TermName } from './terms';
import type { Comparison, FieldTerm, KeyTerm, Selector, SelectorNode, TextMatch, Value } from './tree';

/** The query in plain English. Every group stands in parentheses, and everything said of a relative names that relative. */
export function explainSelector(selector: Selector): string {
  if (selector.type === 'everything') return 'Every resource in service';
  return `Resources where ${sayNode(selector, 'it', false)}`;
}

function sayNode(node: SelectorNode, subject: string, negated: boolean): string {
  switch (node.type) {
    case 'and':
    case 'or': {
      const said = node.parts.map((part) => sayPart(part, subject)).join(` ${node.type} `);
      return negated ? `not (${said})` : said;
    }
    case 'not':
      return negated ? `not (${sayNode(node.part, subject, true)})` : sayNode(node.part, subject, true);
    case 'text':
      return `${subject} ${negated ? 'does not contain' : 'contains'} ${sayMatch(node.value)}`;
    case 'key':
      return sayKey(node, subject, negated);
    case 'field':
      return sayField(node, subject, negated);
    case 'view':
      return sayField(node.written, subject, negated);
    case 'relation': {
      const its = subject === 'it' ? `the ${node.relation}` : `${subject}’s ${node.relation}`;
      const head = `${subject} has ${negated ? 'no' : ARTICLES[node.relation]} ${node.relation}`;
      if (node.selector.type === 'everything') return head;
      return `${head} where (${sayNode(node.selector, its, false)})`;
    }
  }
}

const ARTICLES = { parent: 'a', child: 'a', ancestor: 'an', descendant: 'a' } as const;

const sayPart = (part: SelectorNode, subject: string): string =>
  part.type === 'and' || part.type === 'or' ? `(${sayNode(part, subject, false)})` : sayNode(part, subject, false);

function sayKey({ space, key, comparison }: KeyTerm, subject: string, negated: boolean): string {
  const name = key.type === 'pattern' ? `${space} like ${key.pattern}` : `${space} ${key.text}`;
  if (comparison === undefined) return key.type === 'pattern' && /^\*+$/.test(key.pattern) ? `${subject} has ${negated ? 'no' : 'any'} ${space}` : `${subject} has ${negated ? 'no' : 'the'} ${name}`;
  const { op, values } = comparison;
  const isNot = (op === '!=') !== negated;
  const has = isNot ? 'does not have' : 'has';
  return `${subject} ${has} the ${name} ${op === '=' || op === '!=' ? sayEqual(values, false, 'with') : `${ORDER[op]} ${sayAll(values)}`}`;
}

const ORDER: Record<Exclude<Comparison, '=' | '!='>, string> = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' };

function sayField(term: FieldTerm, subject: string, negated: boolean): string {
  const { field, op, values } = term;
  const isNot = (op === '!=') !== negated;
  const names = values.flatMap((value) => (value.type === 'text' ? [value.text] : []));
  switch (field) {
    case 'is':
      return `${isNot ? 'not ' : ''}${grouped(names.map((name) => `${subject} is ${sayFlag(name)}`), 'or', isNot)}`;
    case 'has':
    case 'no':
      return sayPresence(subject, names, field === 'has', isNot);
    case 'under':
      return `${subject} is ${isNot ? 'not ' : ''}anywhere below ${sayList(names)}`;
    case 'view':
      return `${subject} is ${isNot ? 'not ' : ''}in ${names.length > 1 ? 'any of the views ' : 'the view '}${names.join(', ')}`;
    case 'parent':
      return `${subject} is ${isNot ? 'not ' : ''}directly below ${sayList(names)}`;
    case 'tags':
      return `the number of ${possessive(subject)} tags ${sayComparison(op, values, isNot)}`;
    case 'children':
      return `the number of ${possessive(subject)} children ${sayComparison(op, values, isNot)}`;
    default:
      return describeTerm(field).type === 'time' ? sayTime(term, subject, isNot) : `${possessive(subject)} ${labelOf(field)} ${sayComparison(op, values, isNot)}`;
  }
}

const possessive = (subject: string): string => (subject === 'it' ? 'its' : `${subject}’s`);

function labelOf(field: TermName): string {
  if (!isFieldName(field)) return field;
  const { label } = FIELDS[field];
  return /^[A-Z]{2}/.test(label) ? label : label.toLowerCase();
}

const sayFlag = (name: string): string => (isFlag(name) ? `${name} (${FLAGS[name].toLowerCase()})` : name);

function sayPresence(subject: string, names: readonly string[], has: boolean, isNot: boolean): string {
  const said = grouped(names.map((name) => `${subject} has ${has ? 'a value for' : 'no'} ${isFieldName(name) ? labelOf(name) : name}`), 'or', isNot);
  return isNot ? `not ${said}` : said;
}

const grouped = (parts: readonly string[], word: 'or' | 'and', always: boolean): string =>
  parts.length > 1 || always ? `(${parts.join(` ${word} `)})` : parts.join('');

function sayComparison(op: Comparison, values: readonly Value[], isNot: boolean): string {
  if (op === '=' || op === '!=') return `${isNot ? 'is not' : 'is'} ${sayEqual(values, true, '')}`;
  return `${isNot ? 'is not' : 'is'} ${ORDER[op]} ${sayAll(values)}`;
}

/** One value, or any of several. */
function sayEqual(values: readonly Value[], bare: boolean, lead: string): string {
  const said = values.map(sayValue);
  const list = said.length > 1 ? `any of (${said.join(', ')})` : said.join('');
  return bare || lead === '' ? list : `${lead} ${values.length > 1 ? '' : 'the value '}${list}`;
}

const sayAll = (values: readonly Value[]): string => values.map(sayValue).join(', ');
const sayList = (names: readonly string[]): string => (names.length > 1 ? `any of (${names.join(', ')})` : names.join(''));

const sayMatch = (match: TextMatch): string => (match.type === 'pattern' ? `text like ${match.pattern}` : `“${match.text}”`);

function sayValue(value: Value): string {
  switch (value.type) {
    case 'text':
      return value.text === '' ? 'the empty text' : /[\s(),]/.test(value.text) ? `“${value.text}”` : value.text;
    case 'pattern':
      return /^\*+$/.test(value.pattern) ? 'anything but empty' : `like ${value.pattern}`;
    case 'number':
    case 'version':
    case 'age':
    case 'instant':
      return value.text;
    case 'network':
      return value.text.includes('/') ? `in the network ${value.text}` : value.text;
    case 'number-range':
    case 'version-range':
    case 'age-range':
    case 'instant-range':
      return sayRange(value.from?.text, value.to?.text);
  }
}

const sayRange = (from: string | undefined, to: string | undefined): string =>
  from === undefined ? `at most ${to ?? ''}` : to === undefined ? `at least ${from}` : `from ${from} to ${to}`;

const VERBS: Record<string, string> = { first_seen: 'first seen', last_seen: 'last seen', created: 'created', updated: 'updated' };
const AGE_ORDER: Record<Comparison, string> = { '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least', '=': 'exactly', '!=': 'exactly' };
const INSTANT_ORDER: Record<Comparison, string> = { '<': 'before', '<=': 'not after', '>': 'after', '>=': 'at or after', '=': 'on', '!=': 'on' };

function sayTime({ field, op, values }: FieldTerm, subject: string, isNot: boolean): string {
  const said = values.map((value) => {
    switch (value.type) {
      case 'age':
        return `${AGE_ORDER[op]} ${value.text} ago`;
      case 'instant':
        return `${INSTANT_ORDER[op]} ${value.text}${value.text.includes('T') ? '' : ' (UTC)'}`;
      case 'age-range':
        return `${sayRange(value.from?.text, value.to?.text)} ago`;
      case 'instant-range':
        return value.from === undefined ? `until ${value.to?.text ?? ''}` : value.to === undefined ? `since ${value.from.text}` : `from ${value.from.text} to ${value.to.text}, both included`;
      default:
        return sayValue(value);
    }
  });
  return `${subject} was ${isNot ? 'not ' : ''}${VERBS[field] ?? field} ${grouped(said, 'or', false)}`;
}
