import { scanQuery, type Token } from './scan-query';
import type { Span } from './tree';

export type Meaning = 'field' | 'key' | 'value' | 'negation' | 'operator' | 'keyword' | 'text';

/** A piece of the typed text, with what it means. */
export interface Piece extends Span {
  text: string;
  meaning: Meaning;
  /** What is wrong with the query stands here. */
  wrong: boolean;
}

/** A part of the query as it is drawn: what it includes, what it excludes, free text, or what stands between parts. */
export interface Block extends Span {
  as: 'include' | 'exclude' | 'text' | 'between';
  pieces: Piece[];
}

const MEANINGS: Record<Token['type'], Meaning> = {
  space: 'operator', negation: 'negation', keyword: 'keyword', relation: 'field', field: 'field', key: 'key', operator: 'operator',
  value: 'value', text: 'text', open: 'operator', close: 'operator', comma: 'operator',
};

/** Every character of the text, once and in order, right or wrong; the wrong place, where one is given, is marked. */
export function highlight(text: string, wrong?: Span): Block[] {
  const blocks: Block[] = [];
  let block = -2;
  for (const token of scanQuery(text)) {
    if (token.block !== block) {
      blocks.push({ as: 'between', position: token.position, length: 0, pieces: [] });
      block = token.block;
    }
    blocks.at(-1)?.pieces.push(...piecesOf(text, token, wrong));
  }
  for (const each of blocks) {
    const last = each.pieces.at(-1);
    each.length = last ? last.position + last.length - each.position : 0;
    each.as = kindOf(each.pieces);
  }
  return blocks;
}

function kindOf(pieces: readonly Piece[]): Block['as'] {
  const [first] = pieces;
  if (first === undefined || pieces.every(({ text, meaning }) => text.trim() === '' || (meaning === 'keyword' && text !== 'NOT'))) return 'between';
  if (first.meaning === 'negation' || first.text === 'NOT') return 'exclude';
  return pieces.every(({ meaning }) => meaning === 'text') ? 'text' : 'include';
}

/** The token, cut where what is wrong begins and ends. */
function piecesOf(text: string, { type, position, length }: Token, wrong: Span | undefined): Piece[] {
  const from = Math.max(position, wrong?.position ?? Infinity);
  const to = Math.min(position + length, wrong ? wrong.position + Math.max(1, wrong.length) : -1);
  const cuts = from < to ? [position, from, to, position + length] : [position, position + length];
  return cuts.slice(1).flatMap((end, place) => {
    const start = cuts[place] ?? end;
    if (start === end) return [];
    return [{ text: text.slice(start, end), position: start, length: end - start, meaning: MEANINGS[type], wrong: start === from && end === to }];
  });
}
