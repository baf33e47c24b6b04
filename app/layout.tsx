import './globals.css';
import '@/components/ui/ui.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { Providers } from './providers';

export const metadata: Metadata = {
  title: { default: 'GoSight Registry', template: '%s, GoSight Registry' },
  description: 'The live inventory of everything that produces telemetry.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    // The theme switch writes data-theme itself.
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
