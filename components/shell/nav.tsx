'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icon';
import { Logo } from './logo';
import type { Theme } from './theme';
import { ThemeSwitch } from './theme-switch';

const PAGES: { href: string; label: string; icon: IconName }[] = [
  { href: '/resources', label: 'Inventory', icon: 'rows' },
  { href: '/activity', label: 'Activity', icon: 'history' },
];

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
