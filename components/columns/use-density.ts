'use client';

import { useState } from 'react';
import type { Density } from '@/domain/density';
import { DENSITY_COOKIE } from './density';

const A_YEAR_SECONDS = 31_536_000;

/** What the browser keeps for its Back button was written before. */
let chosen: Density | undefined;

function keepDensity(density: Density): void {
  chosen = density;
  document.cookie = `${DENSITY_COOKIE}=${density}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
}

export function useDensity(initial: Density): [Density, (density: Density) => void] {
  const [density, setDensity] = useState(chosen ?? initial);
  return [
    density,
    (next) => {
      keepDensity(next);
      setDensity(next);
    },
  ];
}
