/** What one top-level part of a query does to the answer. */
export interface ExplainedPart {
  /** The part as it is written. */
  term: string;
  /** How many resources match it alone. */
  alone: number;
  /** How many match the query without it, and that query. */
  without: number;
  withoutQuery: string;
  /** The value that the fleet writes instead, and the query with it. */
  nearest: { value: string; query: string; count: number } | null;
}

export interface Explanation {
  /** The query in plain English. */
  sentence: string;
  total: number;
  parts: ExplainedPart[];
  /** The place of the one part that removes everything, when there is one. */
  culprit: number | null;
}
