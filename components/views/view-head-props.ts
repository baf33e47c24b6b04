import type { Density } from '@/domain/density';
import type { OpenedView, SavedView, ViewSettings } from '@/domain/saved-view';
import type { ApiError } from '../trpc';

export interface ViewHeadProps {
  /** The view that the address names; empty: none. */
  slug: string;
  /** What the address shows. */
  shown: ViewSettings;
  /** How high the rows are, whoever chose it. */
  density: Density;
  opened: OpenedView | undefined;
  failure: ApiError | null;
  onShow: (view: SavedView) => void;
  onLeave: () => void;
}
