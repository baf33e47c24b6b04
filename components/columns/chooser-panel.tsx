import './chooser.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon';
import { type PopoverAnchor, PopoverDialog } from '../ui/popover-dialog';

const WIDTH = 400;

interface ChooserPanelProps extends PopoverAnchor {
  label: string;
  searchLabel: string;
  /** What is there to choose for what was typed. */
  children: (search: string) => ReactNode;
  foot: ReactNode;
}

/** Hangs at its button: a search, what it finds, and a foot. Closed by Escape, and by going elsewhere. */
export function ChooserPanel({ label, searchLabel, children, foot, anchor, onClose }: ChooserPanelProps) {
  const [search, setSearch] = useState('');
  const input = useRef<HTMLInputElement>(null);

  // The popover has shown itself by now: its own effect ran first.
  useEffect(() => input.current?.focus(), []);

  return (
    <PopoverDialog label={label} anchor={anchor} width={WIDTH} className="chooser" onClose={onClose} onEscape={() => (search === '' ? onClose(true) : setSearch(''))}>
      <div className="chooser-search">
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          aria-label={searchLabel}
          placeholder="Search fields, tags and labels"
          value={search}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className="chooser-lists">{children(search.trim())}</div>
      <div className="chooser-foot">{foot}</div>
    </PopoverDialog>
  );
}
