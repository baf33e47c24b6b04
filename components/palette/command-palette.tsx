'use client';

import './palette.css';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Command, offeredCommands } from '../ui/commands';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { Modal } from '../ui/modal';
import { useKeys } from '../ui/use-keys';
import { commandGroups, type PaletteGroup, type PaletteOption } from './palette-groups';
import { optionId, PaletteList } from './palette-list';
import { useFoundResources } from './use-found-resources';

/** Everything that can be gone to or done, by typing a part of its name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const [activeId, setActiveId] = useState<string>();
  const found = useFoundResources(typed);
  useKeys({ palette: onClose }, true);

  useEffect(() => {
    let isHere = true;
    void offeredCommands().then((offered) => isHere && setCommands(offered));
    return () => void (isHere = false);
  }, []);

  const resources: PaletteOption[] = found.rows.map((resource) => ({ type: 'resource', id: resource.id, resource }));
  const rest: PaletteOption[] = found.total > found.rows.length ? [{ type: 'all', id: 'all', name: `Show all ${exactNumber(found.total)} in the inventory` }] : [];
  const groups: PaletteGroup[] = [...commandGroups(commands, typed), ...(resources.length > 0 ? [{ name: 'Resources', options: [...resources, ...rest], of: found.total }] : [])];
  const options = groups.flatMap((group) => group.options);
  const active = options.find(({ id }) => id === activeId) ?? options[0];
  const activeElementId = optionId(listId, active);

  useEffect(() => {
    if (activeElementId !== undefined) document.getElementById(activeElementId)?.scrollIntoView({ block: 'nearest' });
  }, [activeElementId]);

  function choose(option: PaletteOption) {
    // The focus is back where it was before anything else takes it.
    flushSync(onClose);
    if (option.type === 'command') option.command.run();
    else router.push(option.type === 'resource' ? `/resources/${option.id}` : `/resources?q=${encodeURIComponent(found.query)}`);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const here = options.findIndex(({ id }) => id === active?.id);
    if (step !== 0 && options.length > 0) setActiveId(options[(here + step + options.length) % options.length]?.id);
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) choose(active);
    else return;
    event.preventDefault();
  }

  return (
    <Modal label="Command palette" className="palette" onClose={onClose} onKeyDown={onKeyDown}>
      <div className="palette-box">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          data-first-focus
          aria-label="Go to a page or a resource, or do something"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeElementId}
          placeholder="Go to a page or a resource, or do something"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActiveId(undefined);
          }}
        />
        <button type="button" className="icon-btn icon-btn-small" aria-label="Close" onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      <PaletteList id={listId} groups={groups} active={active} outdated={found.outdated} onPoint={({ id }) => setActiveId(id)} onChoose={choose} />
      {options.length === 0 && !found.outdated && found.failure === null && commands.length > 0 && <p className="palette-nothing">Nothing is called {typed.trim()}: no page, no command, no resource.</p>}
      {found.failure && (
        <p className="palette-nothing text-offline" role="alert">
          Resources could not be looked for: {found.failure.message}
        </p>
      )}
      <div className="palette-foot">
        <span aria-hidden><kbd>↓</kbd><kbd>↑</kbd>move</span>
        <span aria-hidden><kbd>Enter</kbd>choose</span>
        <span aria-hidden><kbd>Esc</kbd>close</span>
        <span role="status">{!found.outdated && `${exactNumber(options.length)} ${options.length === 1 ? 'result' : 'results'}`}</span>
      </div>
    </Modal>
  );
}
