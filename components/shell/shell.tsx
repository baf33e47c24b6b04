'use client';

import './shell.css';
import { type ReactNode, useState } from 'react';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/sheet';
import { Nav } from './nav';
import { Overlays } from './overlays';
import type { Theme } from './theme';

/** The frame round every page: navigation at the left, behind a button on a phone. */
export function Shell({ theme, views, children }: { theme: Theme; views: ReactNode; children: ReactNode }) {
  const [menuOpen, setMenuOpen] = useState(false);
  const closeMenu = () => setMenuOpen(false);
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <nav className="nav" aria-label="Main">
        <Nav theme={theme} views={views} />
      </nav>
      <button type="button" className="icon-btn menu-button" aria-label="Menu" aria-haspopup="dialog" onClick={() => setMenuOpen(true)}>
        <Icon name="menu" />
      </button>
      <Sheet title="Menu" open={menuOpen} onClose={closeMenu}>
        <div className="nav nav-in-sheet">
          <Nav theme={theme} views={views} onLeave={closeMenu} />
        </div>
      </Sheet>
      <Overlays />
      <main className="main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
