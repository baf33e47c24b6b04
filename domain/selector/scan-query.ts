import { KEYWORDS } from './spelling';
import { KEY_SPACES, type KeySpace, RELATIONS, type Span } from './tree';

export type TokenType = 'space' | 'negation' | 'keyword' | 'relation' | 'field' | 'key' | 'operator' | 'value' | 'text' | 'open' | 'close' | 'comma';

/** A piece of a query as it is being typed; several tokens make a term, several terms a block. */
export interface Token extends Span {
  type: TokenType;
  /** Which top-level part it belongs to, from 0; -1 between them. */
  block: number;
  /** For a key or a value: the name before it, `kind` or `tag`. */
  field?: string;
  /** For a value of a tag and its like: the key as it is written. */
  key?: string;
  /** How many relations stand around it. */
  relations: number;
}

const SPACE = /\s+/y;
const BARE = /(?:[^\s,()"=<>!]|!(?!=))+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*(?=[:=<>(]|!=)/y;
const OPERATOR = /!=|<=|>=|[:=<>]/y;
const KEY = /"(?:\\["\\]|[^"])*"?|[^\s,()"=<>!:]+/y;
const VALUE = /"(?:\\["\\]|[^"])*"?|(?:[^\s,()"=<>!]|!(?!=))+/y;

export const isKeySpace = (name: string | undefined): name is KeySpace => (KEY_SPACES as readonly (string | undefined)[]).includes(name);

/** Cuts any text into tokens, whole or half typed, right or wrong: every character is in exactly one of them. */
export function scanQuery(text: string): Token[] {
  return new Scanner(text).scan();
}

class Scanner {
  readonly #tokens: Token[] = [];
  #position = 0;
  #block = -1;
  #inBlock = false;
  /** Open parentheses: whether each is a relation's. */
  readonly #open: boolean[] = [];
  #relations = 0;

  constructor(readonly text: string) {}

  scan(): Token[] {
    while (this.#position < this.text.length) this.#scanTerm();
    return this.#tokens;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  #peek = (ahead = 0): string => this.text.charAt(this.#position + ahead);

  #push(type: TokenType, length: number, more: { field?: string; key?: string } = {}): void {
    const between = this.#open.length === 0 && (type === 'space' || (type === 'keyword' && this.text.charAt(this.#position) !== 'N'));
    if (between) this.#inBlock = this.#inBlock && type === 'space' && this.#followsNot();
    else if (!this.#inBlock) {
      this.#inBlock = true;
      this.#block++;
    }
    this.#tokens.push({ type, position: this.#position, length, block: this.#inBlock ? this.#block : -1, relations: this.#relations, ...more });
    this.#position += length;
  }

  /** `NOT` and what it negates are one block, the space between them too. */
  #followsNot(): boolean {
    const last = this.#tokens.at(-1);
    return last?.type === 'keyword' && this.text.charAt(last.position) === 'N';
  }

  #scanTerm(): void {
    const space = this.#match(SPACE);
    if (space !== '') return this.#push('space', space.length);
    const char = this.#peek();
    if (char === '(') {
      this.#open.push(false);
      return this.#push('open', 1);
    }
    if (char === ')') {
      this.#push('close', 1);
      if (this.#open.pop() === true) this.#relations--;
      return;
    }
    if ((char === '-' || (char === '!' && this.#peek(1) !== '=')) && !/[\s),]/.test(this.#peek(1))) return this.#push('negation', 1);
    const bare = this.#match(BARE);
    if ((KEYWORDS as readonly string[]).includes(bare)) return this.#push('keyword', bare.length);
    const name = this.#match(NAME);
    if (name === '') return this.#scanText(bare);
    if (this.#peek(name.length) === '(') return this.#scanRelation(name, bare);
    this.#push('field', name.length);
    this.#scanComparison(name);
  }

  #scanRelation(name: string, bare: string): void {
    if (!(RELATIONS as readonly string[]).includes(name)) return this.#scanText(bare);
    this.#push('relation', name.length);
    this.#open.push(true);
    this.#relations++;
    this.#push('open', 1);
  }

  /** A quoted phrase or a bare word; a sign that can begin neither is text by itself. */
  #scanText(bare: string): void {
    const phrase = this.#peek() === '"' ? this.#match(VALUE) : bare;
    this.#push('text', Math.max(1, phrase.length));
  }

  #scanComparison(field: string): void {
    const named = isKeySpace(field) && this.#peek() === ':';
    this.#push('operator', this.#match(OPERATOR).length, { field });
    if (!named) return this.#scanValues({ field });
    const key = this.#match(KEY);
    if (key !== '') this.#push('key', key.length, { field });
    const operator = this.#match(OPERATOR);
    if (operator === '') return;
    this.#push('operator', operator.length, { field, key });
    this.#scanValues({ field, key });
  }

  #scanValues(of: { field: string; key?: string }): void {
    if (this.#peek() === '(') return this.#scanSet(of);
    for (;;) {
      this.#scanValue(of);
      if (this.#peek() !== ',') return;
      this.#push('comma', 1, of);
    }
  }

  #scanValue(of: { field: string; key?: string }): void {
    const value = this.#match(VALUE);
    if (value !== '') this.#push('value', value.length, of);
  }

  #scanSet(of: { field: string; key?: string }): void {
    this.#open.push(false);
    this.#push('open', 1, of);
    while (this.#position < this.text.length) {
      const before = this.#position;
      const space = this.#match(SPACE);
      if (space !== '') this.#push('space', space.length, of);
      this.#scanValue(of);
      if (this.#peek() === ',') this.#push('comma', 1, of);
      if (this.#peek() === ')') {
        this.#push('close', 1, of);
        break;
      }
      if (this.#position === before) break;
    }
    this.#open.pop();
  }
}
