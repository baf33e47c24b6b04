import { printSelector } from '@/domain/selector/print-selector';
import { readPastedList } from '@/domain/selector/read-pasted-list';
import { rewriteKubectl } from '@/domain/selector/rewrite-kubectl';
import { allOf } from '@/domain/selector/selector-parts';
import type { Selector } from '@/domain/selector/tree';
import { readQuery } from './read-query';

/** What a pasted text is, beside mere text: a selector of kubectl in this language, or a list of names, addresses or ids. */
export type Paste = { type: 'text' } | { type: 'kubectl'; query: string } | { type: 'list'; items: string[]; more: number };

export function readPaste(pasted: string, whole: string): Paste {
  const rewritten = readQuery(whole).error && rewriteKubectl(whole)?.error.suggestion;
  if (rewritten) return { type: 'kubectl', query: rewritten };
  const list = readPastedList(pasted);
  return list === undefined ? { type: 'text' } : { type: 'list', ...list };
}

/** The query within what stood there already, when that can be understood. */
export function withinQuery(before: string, selector: Selector): string {
  const kept = readQuery(before).selector ?? { type: 'everything' };
  return printSelector(allOf([kept, selector]));
}
