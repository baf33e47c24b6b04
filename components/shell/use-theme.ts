'use client';

import { useSyncExternalStore } from 'react';
import { type Theme, THEME_COOKIE } from './theme';

const A_YEAR_SECONDS = 31_536_000;

/** What the document was made with holds until somebody chooses. */
let chosen: Theme | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function chooseTheme(theme: Theme): void {
  chosen = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** The theme, wherever it was chosen; `initial` is the one that the document was made with. */
export const useTheme = (initial: Theme): Theme => useSyncExternalStore(subscribe, () => chosen ?? initial, () => initial);
