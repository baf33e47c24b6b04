'use client';

import type { ResourceRow } from '@/domain/resource';
import { useRowTabStop } from '../data-table/row-tab-stop';
import { EditableTags } from '../tags/editable-tags';
import { useIsPeeked } from './peeked';
import { useTagsWidth } from './tags-width';

/** The editor's button and the gap before it. */
const BUTTON_PX = 28;

export function TagsOfRow({ resource }: { resource: ResourceRow }) {
  return <EditableTags resource={resource} width={useTagsWidth() - BUTTON_PX} tabIndex={useRowTabStop()} editedElsewhere={useIsPeeked(resource.id)} />;
}
