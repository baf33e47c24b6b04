import type { Command } from '../ui/commands';
import { openOverlay } from '../ui/overlay';
import { PAGES } from './pages';
import { THEME_LOOKS, THEMES } from './theme';
import { chooseTheme } from './use-theme';

/** What can be done on every page. */
export const shellCommands = (open: (href: string) => void): Command[] => [
  ...PAGES.map(({ href, label, icon }): Command => ({ group: 'Go to', name: label, icon, run: () => open(href) })),
  { group: 'Go to', name: 'The query language', also: 'help selector syntax', icon: 'search', run: () => open('/help/selector') },
  { group: 'Go to', name: 'All keys', also: 'keyboard shortcuts help', icon: 'menu', keyName: 'keys', run: () => openOverlay('keys') },
  ...THEMES.map((theme): Command => ({ group: 'Appearance', name: `Theme: ${THEME_LOOKS[theme].name}`, icon: THEME_LOOKS[theme].icon, run: () => chooseTheme(theme) })),
];
