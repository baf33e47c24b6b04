import { MarkedText } from '../resource-signs/marked-text';
import { exactNumber } from '../ui/exact-number';
import type { TagOption } from './completion';

interface CompletionListProps {
  id: string;
  valuesOf: string | null;
  typed: string;
  options: readonly TagOption[];
  active: number;
  onPoint: (position: number) => void;
  onChoose: (option: TagOption) => void;
}

/** What the fleet uses already, with how often. */
export function CompletionList({ id, valuesOf, typed, options, active, onPoint, onChoose }: CompletionListProps) {
  return (
    <>
      {options.length > 0 && (
        <p className="popover-head" aria-hidden>
          <span>{valuesOf === null ? 'Tag keys' : <>Values of <span className="font-mono text-ink-2">{valuesOf}</span></>}</span>
          <span>in the fleet</span>
        </p>
      )}
      <ul id={id} role="listbox" aria-label={valuesOf === null ? 'Tag keys' : `Values of ${valuesOf}`}>
        {options.map((option, position) => (
          <li
            key={option.value}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === active}
            className="completion"
            onMouseMove={() => onPoint(position)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <bdi className="truncate"><MarkedText text={option.value} typed={typed} /></bdi>
            {option.note !== null && <span className="completion-note">{option.note}</span>}
            {option.count !== null && <span className="completion-count">{exactNumber(option.count)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
