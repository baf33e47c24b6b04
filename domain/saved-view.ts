/** What a view keeps of the inventory, each part as the address spells it; empty: the usual. */
export interface ViewSettings {
  q: string;
  sort: string;
  columns: string;
  /** How many of the first columns stay at the left. */
  pinned: number;
  group: string;
  /** Empty: as the reader has it. */
  density: string;
  /** Which picture stands beside the table. */
  picture: string;
}

/** A view under its name. `view:slug` asks for what it lists. */
export interface SavedView extends ViewSettings {
  id: string;
  slug: string;
  name: string;
  /** Opened where no view is named; one view at most. */
  isDefault: boolean;
  /** Counts the changes: what somebody saw may have moved on. */
  revision: number;
  createdAt: string;
  updatedAt: string;
}

export interface ListedView extends SavedView {
  /** How many resources it lists; null where that is not counted, or its query cannot be run any more. */
  count: number | null;
}

export interface OpenedView extends SavedView {
  /** What of it is not there any more, by its place in the view. */
  problems: { path: keyof ViewSettings; message: string }[];
  /** The slugs of the views that ask for this one. */
  usedBy: string[];
}

export const VIEW_LIMITS = { views: 200, nameCharacters: 80, pictureCharacters: 1_000 } as const;

export const USUAL_SETTINGS: ViewSettings = { q: '', sort: '', columns: '', pinned: 1, group: '', density: '', picture: '' };

/** Why a name is refused, or undefined. It is trimmed already. */
export function viewNameProblem(name: string): string | undefined {
  if (name === '') return 'a view has a name';
  if ([...name].length > VIEW_LIMITS.nameCharacters) return `a name has at most ${VIEW_LIMITS.nameCharacters} characters`;
  return /\p{Cc}|\p{Surrogate}/u.test(name) ? 'this character cannot stand in a name' : undefined;
}
