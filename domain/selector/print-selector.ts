import { quote, spellKey, spellValue, spellWord } from './spelling';
import type { FieldTerm, KeyTerm, Selector, SelectorNode, Value } from './tree';

/** The canonical text of a query. Parsing it gives the same tree; positions aside. */
export function printSelector(selector: Selector): string {
  switch (selector.type) {
    case 'everything':
      return '';
    case 'and':
      return selector.parts.map((part) => printPart(part, part.type === 'or')).join(' ');
    case 'or':
      return selector.parts.map((part) => printPart(part, false)).join(' OR ');
    case 'not':
      return `-${printPart(selector.part, selector.part.type === 'and' || selector.part.type === 'or')}`;
    case 'relation':
      return `${selector.relation}(${printSelector(selector.selector)})`;
    case 'text':
      return spellWord(selector.value);
    case 'key':
      return printKeyTerm(selector);
    case 'field':
      return printFieldTerm(selector);
    case 'view':
      return printFieldTerm(selector.written);
  }
}

const printPart = (part: SelectorNode, grouped: boolean): string =>
  grouped ? `(${printSelector(part)})` : printSelector(part);

function printFieldTerm({ field, op, values }: FieldTerm): string {
  // Without quotes it would be an address.
  const print = field === 'ip' ? (value: Value) => (value.type === 'text' ? quote(value.text) : printValue(value)) : printValue;
  return `${field}${op === '=' ? ':' : op}${printSet(values.map(print))}`;
}

function printKeyTerm({ space, key, comparison }: KeyTerm): string {
  const head = `${space}:${spellKey(key)}`;
  return comparison ? `${head}${comparison.op}${printSet(comparison.values.map(printValue))}` : head;
}

const printSet = (printed: readonly string[]): string => (printed.length === 1 ? printed.join('') : `(${printed.join(', ')})`);

/** One value as it stands in a query. */
export function printValue(value: Value): string {
  switch (value.type) {
    case 'text':
    case 'pattern':
      return spellValue(value);
    case 'number':
    case 'version':
    case 'age':
    case 'instant':
    case 'network':
      return spellValue({ type: 'text', text: value.text });
    case 'number-range':
    case 'version-range':
    case 'age-range':
    case 'instant-range':
      return `${value.from?.text ?? '*'}..${value.to?.text ?? '*'}`;
  }
}
