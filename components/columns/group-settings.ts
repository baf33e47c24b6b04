import type { Grouping } from '@/domain/grouping';

/** What the list's rows are grouped by, and the way to change it. */
export interface GroupSettings {
  grouping: Grouping;
  onGrouping: (grouping: Grouping) => void;
}
