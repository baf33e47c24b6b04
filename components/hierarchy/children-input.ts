import { printSelector } from '@/domain/selector/print-selector';

export const CHILDREN_FIRST = 50;

/** What is asked for the children that a text picks: it is looked for as it stands, in names and values. */
export function childrenInput(id: string, text: string) {
  const literal = text.trim();
  return { id, sort: 'name', q: literal === '' ? '' : printSelector({ type: 'text', value: { type: 'text', text: literal } }) };
}
