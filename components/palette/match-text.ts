import { fold } from '@/domain/fold';

/**
 * How well a text answers what is typed: every word of it has to stand somewhere, and counts for more at the beginning
 * of the text, or of one of its words; standing there as typed counts too. Undefined: not at all.
 */
export function matchText(text: string, typed: string): number | undefined {
  const folded = fold(text);
  const scores = wordsOf(typed).map((word) => {
    const at = folded.indexOf(word);
    if (at === 0) return 3;
    if (at > 0 && folded.includes(` ${word}`)) return 2;
    return at > 0 ? 1 : undefined;
  });
  let sum = folded.includes(fold(typed.trim())) ? 1 : 0;
  for (const score of scores) {
    if (score === undefined) return undefined;
    sum += score;
  }
  return sum;
}

const wordsOf = (typed: string): string[] => fold(typed).split(/\s+/).filter((word) => word !== '');
