/** What a query may have at most; checked before anything runs. */
export const LIMITS = {
  characters: 12_000,
  terms: 250,
  setMembers: 250,
  /** Parentheses and negations inside one another. */
  depth: 8,
  /** `parent()` and its like inside one another. */
  relationDepth: 2,
} as const;
