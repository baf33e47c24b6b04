'use client';

import Link from 'next/link';
import { PageMessage } from '@/components/ui/page-message';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const actions = (
    <>
      <button type="button" className="btn btn-primary" onClick={reset}>
        Try again
      </button>
      <Link href="/resources" className="btn">
        Open the inventory
      </Link>
    </>
  );
  return (
    <PageMessage title="This page could not be shown" actions={actions}>
      Something went wrong on our side. Nothing that you saved is lost.
    </PageMessage>
  );
}
