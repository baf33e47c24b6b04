export function Logo() {
  return (
    <svg aria-hidden className="block size-5 flex-none" viewBox="0 0 20 20">
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--ink)" />
      <path d="M5.5 7h5M5.5 10h9M5.5 13h6.5" stroke="var(--bg)" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="14" cy="7" r="1.5" fill="var(--bg)" />
    </svg>
  );
}
