import type { TagBefore } from '@/domain/tag-cells';
import type { TouchedTag } from '../write-tags';

/** What a person's page keeps of a written tag to be able to put it back. */
export const beforeOf = ({ key, oldValue, oldOrigin, wasRemoved }: TouchedTag): TagBefore => ({ key, value: oldValue, origin: oldOrigin, wasRemoved });
