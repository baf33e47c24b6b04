'use client';

import type { ReactNode } from 'react';
import type { ResourceRow } from '@/domain/resource';
import { AncestorTrail } from '../hierarchy/ancestor-trail';
import { ChildList } from '../hierarchy/child-list';
import { useLiveRows } from '../resources/use-live-rows';
import { TagList } from '../tags/tag-list';
import { AnnotationsSection } from './annotations-section';
import { HistorySection } from './history-section';
import { LabelsSection } from './labels-section';
import { PeekFields } from './peek-fields';
import { OnlineBadge, ResourceReason } from './resource-state';
import { RollupSection } from './rollup-section';
import { TagsSection } from './tags-section';
import { isGone, REFRESH_MS, useResource } from './use-resource';

interface PeekBodyProps {
  id: string;
  row: ResourceRow | undefined;
  /** When the list was read, RFC 3339. */
  readAt: string | undefined;
  /** False while one walks on: what the list knows is shown then. */
  isSettled: boolean;
}

/** What the page of a resource says, in the width of a panel. */
export function PeekBody({ id, row, readAt, isSettled }: PeekBodyProps) {
  const { data: resource, dataUpdatedAt, isPlaceholderData, error, refetch, isFetching } = useResource(id, { row, waits: !isSettled });
  useLiveRows(isSettled ? [id] : []);

  if (isGone(error)) {
    return (
      <Message title="This resource is gone">
        <code className="break-all">{id}</code> is not in the registry: it was removed, or the address is mistyped.
      </Message>
    );
  }
  if (resource === undefined) {
    if (error === null) return <p className="sr-only" role="status">Reading the resource</p>;
    return (
      <Message title="This resource could not be read">
        {error.message}{' '}
        <button type="button" className="link" disabled={isFetching} onClick={() => void refetch()}>
          Try again
        </button>
      </Message>
    );
  }
  const asOf = isPlaceholderData ? Date.parse(readAt ?? resource.lastSeen) : dataUpdatedAt;
  return (
    <>
      <section className="sec" aria-label="State">
        {resource.parentId !== null && (
          <div className="peek-trail">
            <AncestorTrail ancestors={resource.ancestors} name={`this ${resource.kind}`} inList />
          </div>
        )}
        <OnlineBadge resource={resource} asOf={asOf} />
        <ResourceReason resource={resource} asOf={asOf} />
        {error !== null && <p role="alert" className="text-xs text-idle">It could not be read anew: {error.message}</p>}
      </section>
      <PeekFields resource={resource} asOf={asOf} />
      <TagsSection resource={resource} />
      <LabelsSection key={id} labels={resource.labels} brief />
      <AnnotationsSection annotations={resource.annotations} />
      {isSettled && (
        <>
          {resource.childCount > 0 && <RollupSection id={id} />}
          {resource.childCount > 0 && <ChildList key={id} id={id} refreshMs={REFRESH_MS} tagsOf={(each, width) => <TagList tags={each.tags} width={width} />} brief />}
          <HistorySection id={id} />
        </>
      )}
    </>
  );
}

function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="alert" className="peek-message">
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  );
}
