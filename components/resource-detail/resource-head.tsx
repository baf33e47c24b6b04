import type { ResourceDetail } from '@/domain/resource';
import { AncestorTrail } from '../hierarchy/ancestor-trail';
import { KindIcon } from '../resource-signs/kind-icon';
import { OnlineBadge, ResourceReason } from './resource-state';

/** Where it stands, what it is called, and how it is. */
export function ResourceHead({ resource, asOf }: { resource: ResourceDetail; asOf: number }) {
  const { kind, name, displayName, ancestors } = resource;
  return (
    <header className="resource-head">
      <div className="resource-top">
        <AncestorTrail ancestors={ancestors} name={name} />
      </div>
      <div className="resource-title">
        <KindIcon kind={kind} size={20} named />
        <h1><bdi>{name}</bdi></h1>
        {displayName !== null && displayName !== name && <bdi className="resource-display-name">{displayName}</bdi>}
        <OnlineBadge resource={resource} asOf={asOf} />
      </div>
      <ResourceReason resource={resource} asOf={asOf} />
    </header>
  );
}
