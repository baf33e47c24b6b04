import type { ReactNode } from 'react';
import { KIND_DESCRIPTIONS, type Kind } from '@/domain/kinds';

const DRAWINGS = {
  agent: (
    <>
      <circle cx="8" cy="8" r="4.25" />
      <path d="M8 1.5v2.25M8 12.25v2.25M1.5 8h2.25M12.25 8h2.25" />
      <circle cx="8" cy="8" r="1" fill="currentColor" stroke="none" />
    </>
  ),
  host: (
    <>
      <rect x="2" y="2.5" width="12" height="4.75" rx="1.25" />
      <rect x="2" y="8.75" width="12" height="4.75" rx="1.25" />
      <path d="M4.5 4.875h.01M4.5 11.125h.01M7 4.875h1.5M7 11.125h1.5" />
    </>
  ),
  container: (
    <>
      <path d="M8 1.75 13.5 4.9v6.2L8 14.25 2.5 11.1V4.9z" />
      <path d="M2.7 5 8 8.05 13.3 5M8 8.05v6" />
    </>
  ),
  app: (
    <>
      <rect x="1.75" y="2.5" width="12.5" height="11" rx="1.75" />
      <path d="M1.75 6h12.5M4 4.25h.01M6 4.25h.01" />
    </>
  ),
  device: (
    <>
      <rect x="1.75" y="8" width="12.5" height="5.25" rx="1.5" />
      <path d="M4.5 10.625h.01M7 10.625h.01M9.5 10.625h2M11.5 8V3.25M9.5 4.5a2.6 2.6 0 0 1 4 0" />
    </>
  ),
  syslog: <path d="M2 4h1.5M6 4h8M2 8h1.5M6 8h5M2 12h1.5M6 12h7" />,
  otel: (
    <>
      <circle cx="8" cy="3.5" r="1.75" />
      <circle cx="3.5" cy="11.75" r="1.75" />
      <circle cx="12.5" cy="11.75" r="1.75" />
      <path d="M7.2 5.1 4.35 10.2M8.8 5.1l2.85 5.1M5.25 11.75h5.5" />
    </>
  ),
} as const satisfies Record<Kind, ReactNode>;

interface KindIconProps {
  kind: Kind;
  size?: number;
  /** Set where the word of the kind does not stand beside it; then a screen reader says it. */
  named?: boolean;
  className?: string;
}

export function KindIcon({ kind, size = 16, named = false, className = 'text-ink-3' }: KindIconProps) {
  const naming = named ? ({ role: 'img', 'aria-label': KIND_DESCRIPTIONS[kind].label } as const) : { 'aria-hidden': true };
  return (
    <svg {...naming} width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" className={`block flex-none ${className}`}>
      {DRAWINGS[kind]}
    </svg>
  );
}
