import './facet-panel.css';
import type { FacetCounts } from '@/domain/facet-counts';
import { KINDS } from '@/domain/kinds';
import type { Selector } from '@/domain/selector/tree';
import { STATUSES } from '@/domain/status';
import { FacetGroup } from './facet-group';
import { KeyFacet } from './key-facet';

export interface FacetPanelProps {
  q: string;
  selector: Selector;
  counts: readonly FacetCounts[] | undefined;
  total: number | undefined;
  /** Keys whose values are shown: `tag:env`. */
  keys: readonly string[];
  onSelector: (selector: Selector) => void;
  onOpenKey: (facet: string) => void;
  onCloseKey: (facet: string) => void;
}

/** What can be ticked: fields first, then the values of opened keys, then the keys themselves. */
export function FacetPanel({ q, selector, counts, total, keys, onSelector, onOpenKey, onCloseKey }: FacetPanelProps) {
  const shared = { q, selector, total, onSelector };
  const countsOf = (field: string) => counts?.find((each) => each.field === field);
  return (
    <>
      <FacetGroup {...shared} facet="status" title="Status" noneLabel="no status" counts={countsOf('status')} always={STATUSES} />
      <FacetGroup {...shared} facet="kind" title="Kind" noneLabel="no kind" counts={countsOf('kind')} always={KINDS} />
      <FacetGroup {...shared} facet="group" title="Group" noneLabel="no group" counts={countsOf('group')} />
      <FacetGroup {...shared} facet="environment" title="Environment" noneLabel="no environment" counts={countsOf('environment')} />
      {keys.map((facet) => (
        <KeyFacet key={facet} {...shared} facet={facet} onDismiss={() => onCloseKey(facet)} />
      ))}
      <FacetGroup {...shared} facet="tag" title="Tags" noneLabel="no tags" counts={countsOf('tag')} onValues={(key) => onOpenKey(`tag:${key}`)} />
      <FacetGroup {...shared} facet="label" title="Labels" noneLabel="no labels" counts={countsOf('label')} onValues={(key) => onOpenKey(`label:${key}`)} />
    </>
  );
}
