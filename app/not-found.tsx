import Link from 'next/link';
import { PageMessage } from '@/components/ui/page-message';

export default function NotFound() {
  return (
    <PageMessage title="There is no such page" actions={<Link href="/resources" className="btn btn-primary">Open the inventory</Link>}>
      The address leads nowhere: it may be mistyped, or what it showed is gone.
    </PageMessage>
  );
}
