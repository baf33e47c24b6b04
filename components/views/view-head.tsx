'use client';

import { lazy, Suspense } from 'react';
import { PopoverButton } from '../ui/popover-button';
import type { ViewHeadProps } from './view-head-props';

const NewView = lazy(() => import('./new-view').then((module) => ({ default: module.NewView })));
const OpenView = lazy(() => import('./open-view').then((module) => ({ default: module.OpenView })));

/** Beside the search box: which view is open and what was changed of it, or the way to keep what is shown as one. */
export function ViewHead(props: ViewHeadProps) {
  if (props.slug !== '') {
    return (
      <Suspense fallback={<span className="bone view-bone" />}>
        <OpenView {...props} />
      </Suspense>
    );
  }
  return (
    <PopoverButton icon="bookmark" label="Save view" className="btn view-button strip-tool">
      {(anchored) => <NewView {...anchored} settings={{ ...props.shown, density: props.density }} onSaved={props.onShow} />}
    </PopoverButton>
  );
}
