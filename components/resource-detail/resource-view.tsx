'use client';

import './resource-detail.css';
import type { ResourceDetail } from '@/domain/resource';
import { EditUndo } from '../cells/edit-undo';
import { ChildList } from '../hierarchy/child-list';
import { useLiveRows } from '../resources/use-live-rows';
import { TagList } from '../tags/tag-list';
import { AnnotationsSection } from './annotations-section';
import { FieldsSection } from './fields-section';
import { HistorySection } from './history-section';
import { LabelsSection } from './labels-section';
import { PageKeys } from './page-keys';
import { ResourceFailed } from './resource-failed';
import { ResourceGone } from './resource-gone';
import { ResourceHead } from './resource-head';
import { ResourceWaiting } from './resource-waiting';
import { RollupSection } from './rollup-section';
import { TagsSection } from './tags-section';
import { isGone, REFRESH_MS, useResource } from './use-resource';

/** The page of one resource: what it is, what is above and below it, and what became of it. */
export function ResourceView({ id }: { id: string }) {
  const { data: resource, dataUpdatedAt: asOf, error, refetch, isFetching } = useResource(id);
  if (isGone(error)) return <ResourceGone />;
  if (resource !== undefined) return <Shown resource={resource} asOf={asOf} lost={error?.message ?? null} />;
  return error === null ? <ResourceWaiting /> : <ResourceFailed message={error.message} trying={isFetching} onAgain={() => void refetch()} />;
}

interface ShownProps {
  resource: ResourceDetail;
  asOf: number;
  /** Why what is shown could not be read anew. */
  lost: string | null;
}

function Shown({ resource, asOf, lost }: ShownProps) {
  const { id } = resource;
  useLiveRows([id], undefined);
  return (
    <>
      <div className="resource-scroller">
        <ResourceHead resource={resource} asOf={asOf} />
        <div className="resource-body">
          <TagsSection resource={resource} />
          <div className="resource-main">
            {resource.childCount > 0 && <RollupSection id={id} />}
            <ChildList key={id} id={id} refreshMs={REFRESH_MS} tagsOf={(row, width) => <TagList tags={row.tags} width={width} />} />
            <HistorySection id={id} />
          </div>
          <div className="resource-aside">
            <LabelsSection labels={resource.labels} />
            <FieldsSection resource={resource} />
            <AnnotationsSection annotations={resource.annotations} />
          </div>
        </div>
      </div>
      <EditUndo />
      <PageKeys resource={resource} asOf={asOf} lost={lost} />
    </>
  );
}
