'use client';

import './resource-detail.css';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Icon } from '../ui/icon';

/** An id that no resource has. */
export function ResourceGone() {
  const id = decodeURIComponent(usePathname().split('/').at(-1) ?? '');
  return (
    <div className="resource-message">
      <span className="resource-message-sign"><Icon name="search" /></span>
      <h1>No resource has this id</h1>
      <p>
        <code className="break-all">{id}</code> is not in the registry. The address may be mistyped or cut off. A resource that was retired keeps its page, so this one was never here or its database was replaced.
      </p>
      <p className="mt-5 flex gap-2">
        <Link href="/resources" prefetch={false} className="btn btn-primary">
          Open the inventory
        </Link>
      </p>
    </div>
  );
}
