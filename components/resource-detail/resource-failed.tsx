import Link from 'next/link';
import { Icon } from '../ui/icon';
import { REFRESH_MS } from './use-resource';

interface ResourceFailedProps {
  message: string;
  trying: boolean;
  onAgain: () => void;
}

/** The resource could not be read: which says nothing about whether it is there. */
export function ResourceFailed({ message, trying, onAgain }: ResourceFailedProps) {
  return (
    <div className="resource-message" role="alert">
      <span className="resource-message-sign text-offline"><Icon name="unplug" /></span>
      <h1>This resource could not be read</h1>
      <p>{message}</p>
      <p>It is tried again every {REFRESH_MS / 1_000} seconds. Nothing that you saved is lost.</p>
      <p className="mt-5 flex gap-2">
        <button type="button" className="btn btn-primary" aria-disabled={trying} onClick={onAgain}>
          {trying ? 'Trying' : 'Try again'}
        </button>
        <Link href="/resources" prefetch={false} className="btn">
          Open the inventory
        </Link>
      </p>
    </div>
  );
}
