/** Which tags some resources have. */
export interface TagCounts {
  /** How many resources there are. */
  total: number;
  /** The most frequent first. */
  keys: TagCount[];
}

export interface TagCount {
  key: string;
  /** How many of the resources have it. */
  count: number;
  /** Its values, spelled exactly, with how many have each; the most frequent first. */
  values: { value: string; count: number }[];
  /** How many values are not listed. */
  moreValues: number;
}
