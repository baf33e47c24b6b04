import { MarkedText } from '../resource-signs/marked-text';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import type { SearchOption, SearchOptions } from './search-options';

interface OptionListProps extends SearchOptions {
  id: string;
  typed: string;
  active: number;
  onPoint: (place: number) => void;
  onChoose: (option: SearchOption) => void;
  onExclude: () => void;
}

/** What may stand at the caret, with how often it occurs in the query. */
export function OptionList({ id, heading, of, options, typed, active, onPoint, onChoose, onExclude }: OptionListProps) {
  return (
    // The focus stays in the box, whatever is pressed here.
    <div className="search-pop" onMouseDown={(event) => event.preventDefault()}>
      <p className="search-pop-head" aria-hidden>
        <span>
          {heading} {of !== '' && <code>{of}</code>}
        </span>
        {options.some(({ count }) => count !== null) && <span>in this query</span>}
      </p>
      <ul id={id} role="listbox" aria-label={`${heading} ${of}`.trim()}>
        {options.map((option, place) => (
          <li
            key={`${option.type} ${option.insert}`}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            className={`search-option search-option-${option.type}`}
            onMouseMove={() => onPoint(place)}
            onClick={() => onChoose(option)}
          >
            <OptionText option={option} of={of} typed={typed} />
          </li>
        ))}
      </ul>
      <p className="search-pop-foot">
        <span><kbd>Tab</kbd>complete</span>
        <button type="button" tabIndex={-1} onClick={onExclude}>
          <kbd>Alt</kbd><kbd>Enter</kbd>exclude
        </button>
        <span><kbd>Enter</kbd>apply</span>
        <span><kbd>Esc</kbd>close</span>
      </p>
    </div>
  );
}

function OptionText({ option: { type, label, insert, note, count, warns }, of, typed }: { option: SearchOption; of: string; typed: string }) {
  if (type === 'contains') {
    return (
      <>
        <Icon name="search" />
        <span className="truncate">
          Any value that contains <mark>{label}</mark>
        </span>
        <code className="search-option-count">
          {of}
          {of.includes(':') ? '=' : ':'}
          {insert}
        </code>
      </>
    );
  }
  return (
    <>
      <bdi className={`truncate${type === 'recent' ? ' font-mono' : ''}`}>{type === 'recent' ? label : <MarkedText text={label === '' ? '""' : label} typed={typed} />}</bdi>
      {note !== null && <span className={`search-option-note${warns ? ' text-idle' : ''}`}>{note}</span>}
      {count !== null && <span className="search-option-count">{exactNumber(count)}</span>}
    </>
  );
}
