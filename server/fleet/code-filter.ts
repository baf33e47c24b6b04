import { type Bits, emptyBits, hasBit, isEmpty, setBit, wordsFor } from './bits';

/** A question about texts. Its answer for a code never changes. */
export interface CodeQuestion {
  /** Names the question among those of its column. */
  name: string;
  accepts: (code: number) => boolean;
  /** The same for every code so far, or for some, where that is quicker than one by one: adds those it accepts. */
  addAccepted?: (accepted: Bits, among?: Bits) => void;
  /** Whether it surely accepts none so far, where that is known at once. */
  isVain?: () => boolean;
  /** The names of questions that accept whatever this one does, the one that accepts least first. */
  within?: () => readonly string[];
}

/** The slots whose code a question accepts, kept right while the column changes. */
export interface CodeFilter {
  question: CodeQuestion;
  /** null: no code was accepted yet. */
  bits: Bits | null;
  /** The codes below `known` that were accepted; of no length as long as none was. */
  accepted: Bits;
  known: number;
}

/** The question asked of every code so far, or of those that a wider one accepted; which slots have the accepted ones is for the column to say. */
export function askAll(question: CodeQuestion, size: number, wider?: CodeFilter): CodeFilter {
  const among = wider && acceptedBy(wider, size);
  if (among?.length === 0 || question.isVain?.() === true) return { question, bits: null, accepted: emptyBits(0), known: size };
  const accepted = emptyBits(size);
  if (question.addAccepted !== undefined) question.addAccepted(accepted, among);
  else for (let code = 1; code < size; code++) if (question.accepts(code)) setBit(accepted, code);
  return { question, bits: null, accepted: isEmpty(accepted) ? emptyBits(0) : accepted, known: size };
}

/** Asks once for each code that is new. */
export function accepts(filter: CodeFilter, code: number): boolean {
  for (; filter.known <= code; filter.known++) if (filter.question.accepts(filter.known)) accept(filter, filter.known);
  return hasBit(filter.accepted, code);
}

/** All codes so far that it accepts. */
function acceptedBy(filter: CodeFilter, size: number): Bits {
  if (filter.known < size) accepts(filter, size - 1);
  return filter.accepted;
}

function accept(filter: CodeFilter, code: number): void {
  const needed = wordsFor(code + 1);
  if (needed > filter.accepted.length) {
    const grown = new Uint32Array(Math.max(needed, filter.accepted.length * 2));
    grown.set(filter.accepted);
    filter.accepted = grown;
  }
  setBit(filter.accepted, code);
}
