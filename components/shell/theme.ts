/** Kept in a cookie, so that the server writes it into the document and nothing flashes. */
export const THEME_COOKIE = 'theme';

export const THEMES = ['light', 'dark', 'system'] as const;

export type Theme = (typeof THEMES)[number];

export const readTheme = (text: string | undefined): Theme => THEMES.find((theme) => theme === text) ?? 'system';
