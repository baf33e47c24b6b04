'use client';

import { Icon } from '../ui/icon';
import { type Theme, THEME_LOOKS, THEMES } from './theme';
import { chooseTheme, useTheme } from './use-theme';

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const chosen = useTheme(initial);
  return (
    <fieldset className="theme-switch">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((theme) => (
        <label key={theme} title={THEME_LOOKS[theme].name}>
          <input type="radio" name="theme" checked={theme === chosen} onChange={() => chooseTheme(theme)} />
          <Icon name={THEME_LOOKS[theme].icon} />
          <span className="sr-only">{THEME_LOOKS[theme].name}</span>
        </label>
      ))}
    </fieldset>
  );
}
