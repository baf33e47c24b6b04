import { meantField } from './other-names';
import { spellKey } from './spelling';
import { KEY_SPACES, RELATIONS } from './tree';

const KEY_OF_SPACE = /^(tag|label|annotation)s?(?:\.|\[['"]?)(.+?)['"]?\]?$/i;
const OF_RELATIVE = new RegExp(`^(${RELATIONS.join('|')})\\.(.+)$`);

/** `labels.region=eu`, `parent.name=web` of other languages; a key with dots comes from the system, any other from people. */
export function dottedTerm(path: string, op: string, value: string): string {
  const [, relation, rest] = OF_RELATIVE.exec(path) ?? [];
  if (relation !== undefined && rest !== undefined) return `${relation}(${dottedTerm(rest, op, value)})`;
  const field = meantField(path);
  if (field !== undefined) return `${field}${op}${value}`;
  const [, space, key = path] = KEY_OF_SPACE.exec(path) ?? [];
  const from = KEY_SPACES.find((known) => known === space?.toLowerCase()) ?? (/^\w+(\.\w+)+$/.test(path) ? 'label' : 'tag');
  return `${from}:${spellKey({ type: 'text', text: key.toLowerCase() })}${op === ':' ? '=' : op}${value}`;
}
