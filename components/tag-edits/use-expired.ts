'use client';

import { useEffect, useState } from 'react';

/** Whether this moment (RFC 3339) has come; it changes by itself when it does. */
export function useExpired(at: string | undefined): boolean {
  const [expired, setExpired] = useState<string>();
  useEffect(() => {
    if (at === undefined) return;
    const timer = setTimeout(() => setExpired(at), Math.max(0, Date.parse(at) - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  return at !== undefined && expired === at;
}
