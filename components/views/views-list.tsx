'use client';

import './views-list.css';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useId } from 'react';
import { NO_VIEW_ADDRESS, viewAddress } from '@/domain/view-address';
import { useTRPC } from '../trpc';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';

const COUNTED_EVERY_MS = 60_000;

/** Every saved view with the number of its resources, and the way back to all of them. */
export function ViewsList() {
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(trpc.views.list.queryOptions({ counts: 'exact' }, { refetchInterval: COUNTED_EVERY_MS }));
  const open = useOpenSlug();
  const heading = useId();
  return (
    <section className="views-nav" aria-labelledby={heading}>
      <h2 id={heading}>Views</h2>
      <ul>
        <li>
          <ViewLink href={NO_VIEW_ADDRESS} name="Everything" count={data?.everything} isOpen={open === ''} />
        </li>
        {data?.items.map((view) => (
          <li key={view.slug}>
            <ViewLink href={viewAddress(view)} name={view.name} count={view.count} isDefault={view.isDefault} isOpen={open === view.slug} />
          </li>
        ))}
      </ul>
      {isError && (
        <p role="alert">
          The views could not be read.{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            Load the views
          </button>
        </p>
      )}
    </section>
  );
}

interface ViewLinkProps {
  href: string;
  name: string;
  count: number | null | undefined;
  isDefault?: boolean;
  isOpen: boolean;
}

function ViewLink({ href, name, count, isDefault = false, isOpen }: ViewLinkProps) {
  return (
    <Link href={href} prefetch={false} {...(isOpen && { 'aria-current': 'true' })}>
      <span className="truncate" title={name}>
        {name}
      </span>
      {isDefault && (
        <span className="views-nav-default" title="Opens by default">
          <Icon name="pin" />
          <span className="sr-only">, opens by default</span>
        </span>
      )}
      {typeof count === 'number' && <b>{exactNumber(count)}</b>}
    </Link>
  );
}

/** The slug of the view that the inventory shows; empty: none. Undefined on other pages, and while the address asks for something by itself. */
function useOpenSlug(): string | undefined {
  const params = useSearchParams();
  if (usePathname() !== '/resources') return undefined;
  const slug = params.get('view') ?? '';
  return slug === '' && (params.get('q') ?? '') !== '' ? undefined : slug;
}
