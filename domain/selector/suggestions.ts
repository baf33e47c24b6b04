/** What may be put into a query, as a door answers it. */
export interface Suggestion {
  value: string;
  /** How it is written in the query. */
  insert: string;
  /** How many resources of the rest of the query have it, where that is counted. */
  count: number | null;
  /** What a person should know before they take it. */
  note: string | null;
}

export interface Suggestions {
  type: 'term' | 'key' | 'value' | 'nothing';
  /** Which characters of the query a suggestion replaces. */
  position: number;
  length: number;
  values: Suggestion[];
  /** How any value that contains what is typed is written, where that can be asked. */
  contains: string | null;
}
