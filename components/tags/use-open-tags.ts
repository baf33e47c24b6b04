'use client';

import { type ComponentType, useEffect } from 'react';
import { useLazyComponent } from '../ui/use-lazy-component';
import type { OpenTagsProps } from './open-tags';

let loaded: ComponentType<OpenTagsProps> | undefined;
let preloading: Promise<unknown> | undefined;

const load = () => import('./open-tags').then(({ OpenTags }) => (loaded = OpenTags));

/** The editor's script comes right after the first tags: whoever begins to type finds it there. */
export function useOpenTags(isOpen: boolean) {
  const { Component = loaded, failed, ask } = useLazyComponent(load);
  useEffect(() => {
    preloading ??= load().catch(() => undefined);
  }, []);
  useEffect(() => {
    if (isOpen && Component === undefined) ask();
  }, [isOpen, Component, ask]);
  return { OpenTags: Component, failed, ask };
}
