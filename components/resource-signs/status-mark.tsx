import type { ReactNode } from 'react';
import type { Status } from '@/domain/status';

/** The cross is cut out in the colour of the ground; where that is not the page, set --glyph-ground. */
const GLYPHS = {
  Online: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  Idle: (
    <>
      <circle cx="6" cy="6" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M6 2.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" />
    </>
  ),
  Offline: (
    <>
      <rect x="1" y="1" width="10" height="10" rx="2.5" fill="currentColor" />
      <path d="m4.1 4.1 3.8 3.8m0-3.8L4.1 7.9" stroke="var(--glyph-ground, var(--bg))" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  Unknown: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.1 2.1" />,
} as const satisfies Record<Status, ReactNode>;

const GLYPH_COLOUR = { Online: 'text-online', Idle: 'text-idle', Offline: 'text-offline', Unknown: 'text-unknown' } as const satisfies Record<Status, string>;

/** What is well is pale, what is wrong has colour. */
const WORD_COLOUR = { Online: 'text-ink-2', Idle: 'text-idle', Offline: 'text-offline font-medium', Unknown: 'text-ink-3' } as const satisfies Record<Status, string>;

export function StatusGlyph({ status, className = '' }: { status: Status; className?: string }) {
  return (
    <svg aria-hidden width={12} height={12} viewBox="0 0 12 12" className={`block flex-none ${GLYPH_COLOUR[status]} ${className}`}>
      {GLYPHS[status]}
    </svg>
  );
}

/** Glyph and word, always both. */
export function StatusMark({ status }: { status: Status }) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${WORD_COLOUR[status]}`}>
      <StatusGlyph status={status} />
      {status}
    </span>
  );
}
