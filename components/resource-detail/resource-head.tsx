'use client';

import Link from 'next/link';
import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { ResourceDetail } from '@/domain/resource';
import { AncestorTrail } from '../hierarchy/ancestor-trail';
import { KindIcon } from '../resource-signs/kind-icon';
import { exactTime, spanInWords } from '../resource-signs/spans-of-time';
import { StatusGlyph } from '../resource-signs/status-mark';
import { useNow } from '../resource-signs/use-now';
import { statusReason } from './status-reason';

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
        {resource.status === 'Online' && resource.retiredAt === null && <OnlineBadge lastSeen={resource.lastSeen} asOf={asOf} />}
      </div>
      {resource.retiredAt === null ? <Reason resource={resource} asOf={asOf} /> : <Retired kind={kind} retiredAt={resource.retiredAt} />}
    </header>
  );
}

function OnlineBadge({ lastSeen, asOf }: { lastSeen: string; asOf: number }) {
  const now = useNow(asOf);
  return (
    <span className="badge badge-online" title={`Last signal ${exactTime(lastSeen)}`}>
      <StatusGlyph status="Online" />
      Online
      <span className="font-normal text-ink-2">last signal {spanInWords(now - Date.parse(lastSeen))} ago</span>
    </span>
  );
}

function Reason({ resource, asOf }: { resource: ResourceDetail; asOf: number }) {
  const now = useNow(asOf);
  const reason = statusReason(resource, now);
  if (reason === undefined) return null;
  const { status } = resource;
  return (
    <div role="status" className={`reason reason-${status.toLowerCase()}`}>
      <StatusGlyph status={status} />
      <strong>{reason.title}</strong>
      <p>
        {reason.why} <ParentStatus resource={resource} />
      </p>
    </div>
  );
}

/** Whether the trouble begins here or above. */
function ParentStatus({ resource: { ancestors } }: { resource: ResourceDetail }) {
  const parent = ancestors.at(-1);
  if (parent === undefined) return null;
  return (
    <>
      Its {KIND_DESCRIPTIONS[parent.kind].label.toLowerCase()}{' '}
      <Link href={`/resources/${parent.id}`} prefetch={false} className="link">
        <bdi>{parent.name}</bdi>
      </Link>{' '}
      is {parent.status.toLowerCase()}.
    </>
  );
}

function Retired({ kind, retiredAt }: { kind: ResourceDetail['kind']; retiredAt: string }) {
  return (
    <div role="status" className="reason reason-unknown">
      <StatusGlyph status="Unknown" />
      <strong>Retired on {exactTime(retiredAt)}</strong>
      <p>
        This {KIND_DESCRIPTIONS[kind].label} is left out of lists, counts and facets; <code>is:retired</code> finds it. A new report of it puts it back into service.
      </p>
    </div>
  );
}
