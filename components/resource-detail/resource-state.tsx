'use client';

import Link from 'next/link';
import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { ResourceDetail } from '@/domain/resource';
import { exactTime, spanInWords } from '../resource-signs/spans-of-time';
import { StatusGlyph } from '../resource-signs/status-mark';
import { useNow } from '../resource-signs/use-now';
import { statusReason } from './status-reason';

interface ResourceStateProps {
  resource: ResourceDetail;
  /** When that was so, in milliseconds. */
  asOf: number;
}

/** That it is online, in one line; nothing of any other. */
export function OnlineBadge({ resource: { status, lastSeen, retiredAt }, asOf }: ResourceStateProps) {
  const now = useNow(asOf);
  if (status !== 'Online' || retiredAt !== null) return null;
  return (
    <span className="badge badge-online" title={`Last signal ${exactTime(lastSeen)}`}>
      <StatusGlyph status="Online" />
      Online
      <span className="font-normal text-ink-2">last signal {spanInWords(now - Date.parse(lastSeen))} ago</span>
    </span>
  );
}

/** Why it is not online, or out of service. */
export function ResourceReason({ resource, asOf }: ResourceStateProps) {
  const now = useNow(asOf);
  const { status, kind, retiredAt } = resource;
  if (retiredAt !== null) return <Retired kind={kind} retiredAt={retiredAt} />;
  const reason = statusReason(resource, now);
  if (reason === undefined) return null;
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
