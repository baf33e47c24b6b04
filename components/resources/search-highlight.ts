import { partsOf } from '@/domain/selector/selector-parts';
import type { SelectorNode } from '@/domain/selector/tree';
import { readQuery } from './read-query';

/** A run of the query as it is typed, and how it is drawn. Blocks hold their own runs. */
export type Run = { type: 'plain' | 'key' | 'sign' | 'bad'; text: string } | { type: 'block'; as: 'in' | 'not' | 'text'; runs: Run[] };

const KEY_AND_SIGN = /^(-|!)?((?:tag|label|annotation):[^=<>!\s]+|[A-Za-z_]\w*(?=[:=<>!]))?([:=<>!]+)?/;

/** Every character of the text, once and in order: each part of the query a block, or the wrong characters marked. */
export function highlight(text: string): Run[] {
  const { selector, error } = readQuery(text);
  if (error) {
    const end = error.position + Math.max(1, error.length);
    return plain(text.slice(0, error.position)).concat(text.slice(error.position, end) === '' ? [] : [{ type: 'bad', text: text.slice(error.position, end) }], plain(text.slice(end)));
  }
  const runs: Run[] = [];
  let at = 0;
  for (const part of partsOf(selector)) {
    if (!part.at || part.at.position < at) continue;
    const end = part.at.position + part.at.length;
    runs.push(...plain(text.slice(at, part.at.position)), blockOf(part, text.slice(part.at.position, end)));
    at = end;
  }
  return [...runs, ...plain(text.slice(at))];
}

const plain = (text: string): Run[] => (text === '' ? [] : [{ type: 'plain', text }]);

function blockOf(part: SelectorNode, text: string): Run {
  if (part.type === 'text') return { type: 'block', as: 'text', runs: plain(text) };
  const as = part.type === 'not' ? 'not' : 'in';
  const [whole = '', minus = '', key = '', sign = ''] = KEY_AND_SIGN.exec(text) ?? [];
  const runs: Run[] = [...(minus ? [{ type: 'sign', text: minus } as const] : []), ...(key ? [{ type: 'key', text: key } as const] : []), ...plain(sign + text.slice(whole.length))];
  return { type: 'block', as, runs };
}
