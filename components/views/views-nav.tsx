'use client';

import { useEffect } from 'react';
import { useLazyComponent } from '../ui/use-lazy-component';

const load = () => import('./views-list').then(({ ViewsList }) => ViewsList);

/** The saved views below the pages: they come once the page is there. */
export function ViewsNav() {
  const { Component, ask } = useLazyComponent(load);
  useEffect(ask, [ask]);
  return Component && <Component />;
}
