import type { ErrorPlace } from './selector-error';

/** What a person may have meant by a query that is right as it stands, and how that is written. */
export interface Hint extends ErrorPlace {
  message: string;
  length: number;
  suggestion: string;
}
