import { foreignPhrase } from './foreign-phrases';
import { LIMITS } from './limits';
import { parseTerm, type TermContext } from './parse-term';
import { Reader } from './reader';
import { rewriteKubectl } from './rewrite-kubectl';
import { rewritePromql } from './rewrite-promql';
import { refuseJoined, refuseKeyAfterComma } from './refuse-joined';
import { SelectorError } from './selector-error';
import { endsBareWord, KEYWORDS, quote } from './spelling';
import type { Selector, SelectorNode } from './tree';

/** Reads a query. Throws a `SelectorError`, and nothing else, when it cannot be understood whole. */
export function parseSelector(text: string): Selector {
  if (text.length > LIMITS.characters) {
    throw new SelectorError(`a query has at most ${LIMITS.characters} characters, this one has ${text.length}`, {
      position: LIMITS.characters,
      length: text.length - LIMITS.characters,
    });
  }
  const unfit = text.search(/\u0000|\p{Surrogate}/u);
  if (unfit >= 0) throw new SelectorError('this character cannot be searched for', { position: unfit, length: 1 });
  const kubectl = rewriteKubectl(text);
  if (kubectl?.certain) throw kubectl.error;
  try {
    return new Parser(text).parse();
  } catch (error) {
    throw error instanceof SelectorError ? (kubectl?.error ?? rewritePromql(text) ?? refusedPhrase(text) ?? error) : error;
  }
}

function refusedPhrase(text: string): SelectorError | undefined {
  const phrase = foreignPhrase(text);
  return phrase && new SelectorError(phrase.message, phrase);
}

const DANGLING = /(?:(?:^|(?<=[\s()"]))[-!]*(?:AND|OR|NOT)\s*)+$/;

type Keyword = (typeof KEYWORDS)[number];

class Parser implements TermContext {
  readonly reader: Reader;
  #terms = 0;
  #depth = 0;
  #relationDepth = 0;

  constructor(text: string) {
    this.reader = new Reader(text);
  }

  parse(): Selector {
    const selector = this.#parseScope();
    if (this.reader.peek() === ')') {
      throw new SelectorError('this parenthesis closes nothing', { position: this.reader.position, length: 1, suggestion: '' });
    }
    return selector;
  }

  countTerm(start: number): void {
    if (++this.#terms > LIMITS.terms) throw new SelectorError(`a query has at most ${LIMITS.terms} terms`, { position: start });
  }

  /** What stands in the parentheses of `parent(…)`; the opening one is behind us. */
  parseRelationScope(start: number): Selector {
    if (++this.#relationDepth > LIMITS.relationDepth) {
      throw new SelectorError(`relations are nested at most ${LIMITS.relationDepth} deep`, this.reader.spanFrom(start));
    }
    const open = this.reader.position - 1;
    const selector = this.#deeper(open, () => this.#parseScope());
    this.#close(open);
    this.#relationDepth--;
    return selector;
  }

  /** Everything up to the end or the closing parenthesis; nothing there means everything. */
  #parseScope(): Selector {
    this.reader.skipSpace();
    const next = this.reader.peek();
    return next === '' || next === ')' ? { type: 'everything' } : this.#parseOr();
  }

  #parseOr(): SelectorNode {
    const start = this.reader.position;
    const parts = [this.#parseAnd()];
    while (this.#takeKeyword('OR')) parts.push(this.#parseAnd());
    return this.#joined('or', parts, start);
  }

  #parseAnd(): SelectorNode {
    const start = this.reader.position;
    const parts = [this.#parseUnary()];
    for (;;) {
      const spaced = this.reader.skipSpace();
      const next = this.reader.peek();
      if (next === '' || next === ')' || this.reader.isWordAhead('OR')) return this.#joined('and', parts, start);
      if (!spaced) this.#refuseUnspaced(next);
      this.#takeKeyword('AND');
      parts.push(this.#parseUnary());
    }
  }

  /** Parts of the same type are taken in, so that every query has one tree. */
  #joined(type: 'and' | 'or', parts: SelectorNode[], start: number): SelectorNode {
    const flat = parts.flatMap((part) => (part.type === type ? part.parts : [part]));
    const [only] = flat;
    if (flat.length === 1 && only) return only;
    const end = flat.at(-1)?.at;
    return { type, parts: flat, at: { position: start, length: (end ? end.position + end.length : start) - start } };
  }

  #parseUnary(): SelectorNode {
    const { reader } = this;
    const start = reader.position;
    if (this.#takeKeyword('NOT')) return this.#negated(start);
    const next = reader.text.charAt(start + 1);
    const sign = reader.peek();
    if ((sign === '-' || (sign === '!' && next !== '=')) && next !== '' && !/[\s),]/.test(next)) {
      reader.position++;
      return this.#negated(start);
    }
    if (reader.take('(')) {
      const inner = this.#deeper(start, () => this.#parseScope());
      this.#close(start);
      if (inner.type === 'everything') throw new SelectorError('these parentheses are empty', { ...reader.spanFrom(start), suggestion: '' });
      return inner;
    }
    this.#refuseMissingTerm();
    this.countTerm(start);
    return parseTerm(this);
  }

  #negated(start: number): SelectorNode {
    // A negated group is one level: its parenthesis counts.
    const part = this.reader.peek() === '(' ? this.#parseUnary() : this.#deeper(start, () => this.#parseUnary());
    return { type: 'not', part, at: this.reader.spanFrom(start) };
  }

  #deeper<Result>(start: number, parse: () => Result): Result {
    if (++this.#depth > LIMITS.depth) {
      throw new SelectorError(`parentheses and negations are nested at most ${LIMITS.depth} deep`, { position: start, length: 1 });
    }
    const result = parse();
    this.#depth--;
    return result;
  }

  #close(open: number): void {
    this.reader.skipSpace();
    if (!this.reader.take(')')) throw this.reader.unclosed(open);
  }

  #keywordAhead(): Keyword | undefined {
    return KEYWORDS.find((keyword) => this.reader.isWordAhead(keyword));
  }

  #takeKeyword(keyword: Keyword): boolean {
    if (!this.reader.isWordAhead(keyword)) return false;
    this.reader.take(keyword);
    this.reader.skipSpace();
    return true;
  }

  #refuseMissingTerm(): void {
    const keyword = this.#keywordAhead();
    const { position } = this.reader;
    if (keyword !== undefined) {
      throw new SelectorError(`${keyword} needs a term on both sides; to search for the word, quote it`, {
        position,
        length: keyword.length,
        suggestion: quote(keyword),
      });
    }
    const next = this.reader.peek();
    if (next === '' || next === ')') this.#refuseDangling();
  }

  /** Nothing follows `AND`, `OR` or `NOT`: somebody stopped there, or means the word. */
  #refuseDangling(): never {
    const { position, text } = this.reader;
    const [before = ''] = DANGLING.exec(text.slice(0, position)) ?? [];
    const start = position - before.length;
    const isAlone = text.slice(0, start).trim() === '' && text.slice(position).trim() === '';
    const suggestion = isAlone ? quote(before.trim()) : '';
    throw new SelectorError(`a term is missing after ${before.trim()}; to search for the word, quote it`, { position: start, length: before.length, suggestion });
  }

  #refuseUnspaced(next: string): never {
    const { position } = this.reader;
    if (next === ',') {
      refuseKeyAfterComma(this.reader);
      throw new SelectorError('a comma stands only between the values of one field, as in kind:(host, app)', { position, length: 1, suggestion: ' ' });
    }
    refuseJoined(this.reader);
    if (next === '(' || next === '"' || !endsBareWord(next)) {
      throw new SelectorError('a space is missing here', { position, suggestion: ' ' });
    }
    throw new SelectorError(`${next} does not belong here; quote it to search for it`, { position, length: 1 });
  }
}
