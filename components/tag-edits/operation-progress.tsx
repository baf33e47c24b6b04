import type { Operation } from '@/domain/operation';
import { exactNumber } from '../ui/exact-number';

/** How far it is, in resources. */
export function OperationProgress({ operation: { processed, matched } }: { operation: Operation }) {
  return (
    <>
      <span className="progress-count">
        {exactNumber(processed)} of {exactNumber(matched)}
      </span>
      <span className="progress" role="progressbar" aria-label="Resources done" aria-valuemin={0} aria-valuemax={matched} aria-valuenow={processed}>
        <i style={{ width: `${matched === 0 ? 100 : (100 * processed) / matched}%` }} />
      </span>
    </>
  );
}
