import type { ReactNode } from 'react';

interface PageMessageProps {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

/** One message that fills a page: what is, then what to do. */
export function PageMessage({ title, children, actions }: PageMessageProps) {
  return (
    <main className="mx-auto max-w-[640px] px-6 pt-22">
      <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
      <p className="mt-1.5 max-w-[62ch] text-md text-pretty text-ink-2">{children}</p>
      <div className="mt-5 flex items-center gap-2">{actions}</div>
    </main>
  );
}
