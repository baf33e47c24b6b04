import type { ReactNode } from 'react';
import { isKind } from '@/domain/kinds';
import { isStatus } from '@/domain/status';
import { KindIcon } from '../resource-signs/kind-icon';
import { StatusGlyph } from '../resource-signs/status-mark';

/** A value of a field or key, with its sign where it has one. */
export function drawFacetValue(facet: string, value: string): ReactNode {
  return (
    <>
      {facet === 'status' && isStatus(value) && <StatusGlyph status={value} />}
      {facet === 'kind' && isKind(value) && <KindIcon kind={value} size={14} />}
      <bdi className="truncate">{value}</bdi>
    </>
  );
}
