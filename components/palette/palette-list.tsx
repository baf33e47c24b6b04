import { CutName } from '../resource-signs/cut-name';
import { KindIcon } from '../resource-signs/kind-icon';
import { StatusMark } from '../resource-signs/status-mark';
import { exactNumber } from '../ui/exact-number';
import { Icon } from '../ui/icon';
import { KeyCaps } from '../ui/key-caps';
import type { PaletteGroup, PaletteOption } from './palette-groups';

interface PaletteListProps {
  id: string;
  groups: readonly PaletteGroup[];
  /** The option that Enter takes. */
  active: PaletteOption | undefined;
  outdated: boolean;
  onPoint: (option: PaletteOption) => void;
  onChoose: (option: PaletteOption) => void;
}

export const optionId = (listId: string, option: PaletteOption | undefined): string | undefined => option && `${listId}-${option.id.replace(/\s+/g, '-')}`;

/** What answers, by groups. */
export function PaletteList({ id, groups, active, outdated, onPoint, onChoose }: PaletteListProps) {
  return (
    <div id={id} role="listbox" aria-label="Results" aria-busy={outdated} className="palette-list">
      {groups.map(({ name, options, of = options.length }) => (
        <div key={name} role="group" aria-label={`${name}, ${exactNumber(of)}`}>
          <p className="palette-group" aria-hidden>
            {name}
            <span>{of > options.length ? `${exactNumber(options.filter(({ type }) => type !== 'all').length)} of ${exactNumber(of)}` : exactNumber(of)}</span>
          </p>
          {options.map((option) => (
            <div
              key={option.id}
              id={optionId(id, option)}
              role="option"
              aria-selected={option.id === active?.id}
              aria-label={labelOf(option)}
              className="palette-option"
              onMouseMove={() => onPoint(option)}
              onClick={() => onChoose(option)}
            >
              <OptionText option={option} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A name that is cut in the middle would be read as two words. */
function labelOf(option: PaletteOption): string | undefined {
  if (option.type !== 'resource') return undefined;
  const { name, kind, group, status } = option.resource;
  return [name, group ?? kind, status].join(', ');
}

function OptionText({ option }: { option: PaletteOption }) {
  switch (option.type) {
    case 'all':
      return (
        <>
          <Icon name="search" />
          <span className="truncate">{option.name}</span>
        </>
      );
    case 'resource': {
      const { kind, name, status, group } = option.resource;
      return (
        <>
          <KindIcon kind={kind} />
          <CutName name={name} />
          <span className="palette-note">{group ?? kind}</span>
          <StatusMark status={status} />
        </>
      );
    }
    case 'command': {
      const { icon, name, note, keyName } = option.command;
      return (
        <>
          <Icon name={icon} />
          <span className="truncate">{name}</span>
          {note !== undefined && <span className="palette-note">{note}</span>}
          {keyName && <KeyCaps name={keyName} one />}
        </>
      );
    }
  }
}
