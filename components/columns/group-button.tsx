'use client';

import { lazy } from 'react';
import { columnLabel } from '@/domain/columns';
import { PopoverButton } from '../ui/popover-button';
import type { GroupSettings } from './group-settings';

const GroupChooser = lazy(() => import('./group-chooser').then((module) => ({ default: module.GroupChooser })));

/** Opens what says what the rows are grouped by. */
export function GroupButton(settings: GroupSettings) {
  const { grouping } = settings;
  const by = grouping.length === 0 ? '' : ` by ${grouping.map(columnLabel).join(', ')}`;
  return (
    <PopoverButton icon="group" label="Group" name={`Group rows${by}`} count={grouping.length}>
      {(anchored) => <GroupChooser {...settings} {...anchored} />}
    </PopoverButton>
  );
}
