export interface ErrorPlace {
  /** Offset of the first wrong character (UTF-16 units, from 0). */
  position: number;
  /** How many characters are wrong; 0: something is missing there. */
  length?: number;
  /** What to write in place of those characters. */
  suggestion?: string | undefined;
}

/** Why a query is refused: the only thing that `parseSelector` throws. */
export class SelectorError extends Error {
  override readonly name = 'SelectorError';
  readonly position: number;
  readonly length: number;
  readonly suggestion: string | undefined;

  constructor(message: string, place: ErrorPlace) {
    super(message);
    this.position = place.position;
    this.length = place.length ?? 0;
    this.suggestion = place.suggestion;
  }
}

/** The whole query with the suggestion put in. */
export function applySuggestion(query: string, error: Pick<SelectorError, 'position' | 'length' | 'suggestion'>): string {
  if (error.suggestion === undefined) return query;
  return query.slice(0, error.position) + error.suggestion + query.slice(error.position + error.length);
}
