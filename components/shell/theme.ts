import type { IconName } from '../ui/icon';

/** Kept in a cookie, so that the server writes it into the document and nothing flashes. */
export const THEME_COOKIE = 'theme';

export const THEMES = ['light', 'dark', 'system'] as const;

export type Theme = (typeof THEMES)[number];

export const THEME_LOOKS = {
  light: { name: 'Light', icon: 'sun' },
  dark: { name: 'Dark', icon: 'moon' },
  system: { name: 'As the system', icon: 'monitor' },
} as const satisfies Record<Theme, { name: string; icon: IconName }>;

export const readTheme = (text: string | undefined): Theme => THEMES.find((theme) => theme === text) ?? 'system';
