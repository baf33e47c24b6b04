import type { Bits } from './bits';

const NO = 1;
export const YES = 2;

/** A question about texts. Its answer for a code never changes. */
export interface CodeQuestion {
  /** Names the question among those of its column. */
  name: string;
  accepts: (code: number) => boolean;
  /** The same for every code so far, where that is quicker than one by one: hands over those it accepts. */
  acceptedAmong?: (onCode: (code: number) => void) => void;
}

/** The slots whose code a question accepts, kept right while the column changes. */
export interface CodeFilter {
  question: CodeQuestion;
  /** null: no code was accepted yet. */
  bits: Bits | null;
  /** 1 no, 2 yes, 0 not asked yet; by code. Empty as long as none of the codes below `known` was accepted. */
  answers: Uint8Array;
  known: number;
}

/** The question asked of every code so far; which slots have the accepted ones is for the column to say. */
export function askAll(question: CodeQuestion, size: number): CodeFilter {
  const answers = new Uint8Array(size).fill(NO);
  let any = false;
  const accept = (code: number) => {
    answers[code] = YES;
    any = true;
  };
  if (question.acceptedAmong !== undefined) question.acceptedAmong(accept);
  else for (let code = 1; code < size; code++) if (question.accepts(code)) accept(code);
  return { question, bits: null, answers: any ? answers : new Uint8Array(0), known: size };
}

/** Asks at most once for each code. */
export function accepts(filter: CodeFilter, code: number): boolean {
  if (code < filter.known && filter.answers.length === 0) return false;
  const known = filter.answers[code] ?? 0;
  if (known !== 0) return known === YES;
  const answer = filter.question.accepts(code);
  if (!answer && filter.answers.length === 0) return false;
  if (code >= filter.answers.length) {
    const grown = new Uint8Array(Math.max(code + 1, filter.answers.length * 2));
    if (filter.answers.length === 0) grown.fill(NO, 0, filter.known);
    grown.set(filter.answers);
    filter.answers = grown;
  }
  filter.answers[code] = answer ? YES : NO;
  return answer;
}
