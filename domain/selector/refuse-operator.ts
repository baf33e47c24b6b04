import type { Reader } from './reader';
import { SelectorError } from './selector-error';
import { quote } from './spelling';
import { spellRegex } from './spell-regex';

const SIGNS = /[=<>!:]+/y;

/** Operators of other languages, as they are written here. */
const MEANT: Readonly<Record<string, string>> = {
  '==': '=', '===': '=', ':=': ':', ':==': ':', '=:': '=', '!==': '!=', '<>': '!=', ':!=': '!=', '=!': '!=', '=!=': '!=',
  ':>': '>', ':<': '<', ':>=': '>=', ':<=': '<=', '=>': '>=', '=<': '<=', '>>': '>', '<<': '<', '>==': '>=', '<==': '<=',
};

/** Refuses signs that go on right after an operator (`==`, `:>`), and the `=~` of regular expressions. */
export function refuseMoreSigns(reader: Reader, spelled: string): void {
  const end = reader.position;
  const start = end - spelled.length;
  const isRegex = reader.peek() === '~' && reader.text.charAt(end + 1) === '"' && (spelled === '=' || spelled === '!=');
  if (isRegex) refuseRegex(reader, start, spelled);
  const next = reader.peek();
  if (!'=<>'.includes(next) && !reader.text.startsWith('!=', end)) return;
  if (next === '') return;
  const signs = signsAt(reader.text, start);
  const meant = MEANT[signs];
  const place = { position: start, length: signs.length, ...(meant !== undefined && { suggestion: meant }) };
  throw new SelectorError(meant === undefined ? `there is no operator ${signs}; it is one of : = != < <= > >=` : `there is no operator ${signs}; here it is ${meant}`, place);
}

function refuseRegex(reader: Reader, start: number, spelled: string): never {
  reader.position++;
  const { text } = reader.readQuoted();
  const values = spellRegex(text);
  throw new SelectorError('there are no regular expressions; * stands for any text', { ...reader.spanFrom(start), suggestion: spelled + (values ?? quote(text)) });
}

/** What stands before an operator that has spaces around it: a name, or a key of a tag. */
const NAME_AND_SPACE = /(?:^|[\s(])[-!]?(?:[A-Za-z_][\w.]*|(?:tag|label|annotation):(?:[^\s,()"=<>!:]+|"[^"]*"))(\s+)$/;
const COMPARED_AND_SPACE = /(?:^|[\s(])([A-Za-z_]\w*)(?:[:=<>]|!=)[^\s(]*(\s+)$/;

/** Refuses an operator that stands by itself: it has spaces around it, or its name was left out. */
export function refuseLoneOperator(reader: Reader): void {
  const { position, text } = reader;
  const before = text.slice(0, position);
  const signs = signsAt(text, position);
  const meant = MEANT[signs] ?? signs;
  if (!['=', '!=', '<', '<=', '>', '>='].includes(meant)) return;
  const regex = text.charAt(position + signs.length) === '~' ? '~' : '';
  const after = position + signs.length + regex.length;
  const [, gap] = NAME_AND_SPACE.exec(before) ?? [];
  if (gap !== undefined && text.slice(after).trim() !== '') {
    const start = position - gap.length;
    const end = after + (/^\s*/.exec(text.slice(after))?.[0].length ?? 0);
    throw new SelectorError(`no space stands around ${meant}`, { position: start, length: end - start, suggestion: meant + regex });
  }
  const [, name] = COMPARED_AND_SPACE.exec(before) ?? [];
  if (name !== undefined && text.slice(after).trim() !== '') {
    throw new SelectorError(`the field is missing before ${meant}; each comparison names its field`, { position, length: signs.length, suggestion: name + meant });
  }
}

function signsAt(text: string, position: number): string {
  SIGNS.lastIndex = position;
  return SIGNS.exec(text)?.[0] ?? '';
}
