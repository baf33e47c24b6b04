import { SelectorError } from './selector-error';
import { quote } from './spelling';
import type { Comparison, Span } from './tree';

/** A word, a phrase or a value as it stands in the query. */
export interface RawText {
  text: string;
  quoted: boolean;
  at: Span;
}

const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_]*/y;
const KEY = /[\p{L}\p{M}\p{N}._/*-]+/uy;
/** An exclamation mark belongs to the word unless it begins `!=`. */
const BARE = /(?:[^\s,()"=<>!]|!(?!=))+/y;
const SPACE = /\s+/y;
const OPERATORS = [':', '!=', '<=', '>=', '=', '<', '>'] as const;

/** Walks through the text of a query from left to right. */
export class Reader {
  position = 0;

  constructor(readonly text: string) {}

  /** The character here, '' at the end. */
  peek(): string {
    return this.text.charAt(this.position);
  }

  /** Steps over the text when it stands here. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  skipSpace(): boolean {
    const space = this.#match(SPACE) ?? '';
    this.position += space.length;
    return space !== '';
  }

  spanFrom(start: number): Span {
    return { position: start, length: this.position - start };
  }

  sliceFrom(start: number): string {
    return this.text.slice(start, this.position);
  }

  /** An identifier that an operator or a parenthesis follows without a space; steps over nothing. */
  identifierAhead(): string | undefined {
    return this.#match(IDENTIFIER);
  }

  /** An unquoted key of `tag:` and its like. */
  readKey(): string {
    const key = this.#match(KEY) ?? '';
    this.position += key.length;
    return key;
  }

  /** `:` reads as `=`. */
  readOperator(): { op: Comparison; spelled: string } | undefined {
    for (const spelled of OPERATORS) if (this.take(spelled)) return { op: spelled === ':' ? '=' : spelled, spelled };
    return undefined;
  }

  /** The bare word that starts here, without stepping over it; '' when none does. */
  bareAhead(): string {
    return this.#match(BARE) ?? '';
  }

  /** Whether this bare word, and no longer one, starts here. */
  isWordAhead(word: string): boolean {
    return this.text.startsWith(word, this.position) && this.bareAhead() === word;
  }

  /** The error of a parenthesis that opened here and that nothing closes. */
  unclosed(open: number): SelectorError {
    const rest = this.text.slice(open);
    return new SelectorError('this parenthesis is never closed', { position: open, length: rest.length, suggestion: `${rest.trimEnd()})` });
  }

  readBare(): RawText {
    const start = this.position;
    const text = this.bareAhead();
    this.position += text.length;
    return { text, quoted: false, at: this.spanFrom(start) };
  }

  readQuoted(): RawText {
    const start = this.position++;
    let text = '';
    for (;;) {
      const char = this.peek();
      if (char === '') {
        const rest = this.text.slice(start);
        throw new SelectorError('this quote is never closed', {
          position: start,
          length: rest.length,
          suggestion: quote(text.trimEnd()),
        });
      }
      this.position++;
      if (char === '"') return { text, quoted: true, at: this.spanFrom(start) };
      const escaped = this.peek();
      if (char === '\\' && (escaped === '"' || escaped === '\\')) {
        text += escaped;
        this.position++;
      } else {
        text += char;
      }
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0];
  }
}
