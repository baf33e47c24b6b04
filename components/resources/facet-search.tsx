import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';

interface FacetSearchProps {
  title: string;
  text: string;
  /** How many values contain the text. */
  found: number | undefined;
  known: number;
  onText: (text: string) => void;
}

export function FacetSearch({ title, text, found, known, onText }: FacetSearchProps) {
  return (
    <div className="facet-search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={`Search in ${title}`}
        placeholder="Search"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          event.preventDefault();
          onText('');
        }}
      />
      <span>{found === undefined ? exactNumber(known) : `${exactNumber(found)} of ${exactNumber(known)}`}</span>
    </div>
  );
}
