/** What became of a list since it was read. */
export interface ListNews {
  /** Resources that match now and did not. */
  added: number;
  /** Resources of the list that match no more. */
  gone: number;
  /** Resources of the list that still match and are not what they were. Heartbeats are no change. */
  changed: number;
  /** Which those are; undefined when they are more than MAX_NAMED. */
  changedIds: string[] | undefined;
}

export const MAX_NAMED = 100;
