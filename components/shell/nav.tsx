'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { Icon } from '../ui/icon';
import { KeyCaps } from '../ui/key-caps';
import { openOverlay } from '../ui/overlay';
import { Logo } from './logo';
import { PAGES } from './pages';
import type { Theme } from './theme';
import { ThemeSwitch } from './theme-switch';

interface NavProps {
  theme: Theme;
  /** The saved views. */
  views: ReactNode;
  onLeave?: () => void;
}

export function Nav({ theme, views, onLeave }: NavProps) {
  const path = usePathname();
  return (
    <>
      <Link href="/resources" prefetch={false} className="brand" onClick={onLeave}>
        <Logo />
        <span>
          GoSight<em>Registry</em>
        </span>
      </Link>
      <button
        type="button"
        className="jump"
        aria-haspopup="dialog"
        onClick={() => {
          onLeave?.();
          openOverlay('palette');
        }}
      >
        <Icon name="search" />
        Jump to
        <KeyCaps name="palette" />
      </button>
      <ul className="nav-pages">
        {PAGES.map(({ href, label, icon }) => (
          <li key={href}>
            <Link href={href} prefetch={false} onClick={onLeave} {...(path === href ? { 'aria-current': 'page' } : path.startsWith(href) ? { 'aria-current': true } : {})}>
              <Icon name={icon} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <div className="nav-views" onClick={(event: MouseEvent) => event.target instanceof Element && event.target.closest('a') && onLeave?.()}>
        {views}
      </div>
      <div className="nav-foot">
        <span>Theme</span>
        <ThemeSwitch initial={theme} />
      </div>
    </>
  );
}
