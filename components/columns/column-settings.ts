import type { ColumnName } from '@/domain/columns';
import type { Density } from '@/domain/density';

export interface ColumnChange {
  columns?: readonly ColumnName[];
  pinned?: number;
}

/** How the list's columns stand, and the ways to change it. */
export interface ColumnSettings {
  columns: readonly ColumnName[];
  /** How many of the first stay at the left. */
  pinned: number;
  density: Density;
  onColumns: (change: ColumnChange) => void;
  onDensity: (density: Density) => void;
  /** The usual columns in their usual widths. */
  onReset: () => void;
}
