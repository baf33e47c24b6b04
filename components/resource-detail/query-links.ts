import type { FacetField } from '@/domain/fields';
import { withFacetValue } from '@/domain/selector/facet-terms';
import { printSelector } from '@/domain/selector/print-selector';
import type { KeySpace, Selector } from '@/domain/selector/tree';

const inventoryOf = (selector: Selector): string => `/resources?q=${encodeURIComponent(printSelector(selector))}`;

/** The inventory of all resources with the same value in a field. */
export const sameFieldLink = (field: FacetField, value: string): string => inventoryOf(withFacetValue({ type: 'everything' }, field, value));

/** The inventory of all resources with the same label or annotation, spelled so that whatever stands in it is taken as it is. */
export const sameKeyLink = (space: KeySpace, key: string, value: string): string =>
  inventoryOf({ type: 'key', space, key: { type: 'text', text: key }, comparison: { op: '=', values: [{ type: 'text', text: value }] } });
