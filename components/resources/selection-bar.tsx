import './selection-bar.css';
import { CheckBox } from '../ui/check-box';
import { useCommands } from '../ui/commands';
import { exactNumber } from '../ui/exact-number';
import type { RowSelecting } from './use-selection';

interface SelectionBarProps {
  selecting: RowSelecting;
  query: string;
  onEditTags: () => void;
}

/** How many rows are selected, the step to all that match, and what can be done with them. */
export function SelectionBar({ selecting, query, onEditTags }: SelectionBarProps) {
  const { count, offered, isWhole, problem, page } = selecting;
  useCommands(async () => (await import('./selection-commands')).selectionCommands(selecting, onEditTags));
  return (
    <div className="selection-bar" role="group" aria-label="Selection">
      <CheckBox state={page} label="Select the rows on this page" onToggle={selecting.togglePage} />
      <p>
        <strong>{exactNumber(count)}</strong> selected{isWhole && count > 1 && ', all that match'}
      </p>
      {offered !== undefined && (
        <button type="button" className="link" onClick={selecting.selectMatching}>
          Select all {exactNumber(offered)} {query === '' ? 'resources' : 'matching this query'}
        </button>
      )}
      {count > 0 && (
        <button type="button" className="link" onClick={selecting.clear}>
          Clear
        </button>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
      {count > 0 && (
        <button type="button" className="btn btn-primary" aria-haspopup="dialog" onClick={onEditTags}>
          Edit tags…
        </button>
      )}
    </div>
  );
}
