import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { ViewsNav } from '@/components/views/views-nav';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';

export default async function RegistryLayout({ children }: { children: ReactNode }) {
  return (
    <Shell theme={readTheme((await cookies()).get(THEME_COOKIE)?.value)} views={<ViewsNav />}>
      {children}
    </Shell>
  );
}
