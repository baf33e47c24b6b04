'use client';

import { useIsNarrow } from '../ui/use-is-narrow';

export interface RowHeights {
  wide: number;
  /** Below the width at which a row becomes two lines. */
  narrow: number;
}

/** The height that the style sheet gives a row at this width; before there is a screen, the wide one. */
export const useRowHeight = ({ wide, narrow }: RowHeights): number => (useIsNarrow() ? narrow : wide);
