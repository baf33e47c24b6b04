'use client';

import { useState } from 'react';
import { Icon, type IconName } from '../ui/icon';
import { type Theme, THEME_COOKIE, THEMES } from './theme';

const A_YEAR_SECONDS = 31_536_000;

const ICONS = { light: 'sun', dark: 'moon', system: 'monitor' } as const satisfies Record<Theme, IconName>;
const NAMES = { light: 'Light', dark: 'Dark', system: 'As the system' } as const satisfies Record<Theme, string>;

function applyTheme(theme: Theme) {
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [chosen, setChosen] = useState(initial);
  return (
    <fieldset className="theme-switch">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((theme) => (
        <label key={theme} title={NAMES[theme]}>
          <input
            type="radio"
            name="theme"
            checked={theme === chosen}
            onChange={() => {
              setChosen(theme);
              applyTheme(theme);
            }}
          />
          <Icon name={ICONS[theme]} />
          <span className="sr-only">{NAMES[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
