import type { TagPatch } from '@/domain/tags';
import { TagChip } from '../tags/tag-chip';
import { inOrder, spellTag } from '../tags/tag-draft';
import { Icon } from '../ui/icon';

interface PatchListProps {
  patch: TagPatch;
  onLeave: (key: string) => void;
}

/** What is to be done, line by line. */
export function PatchList({ patch, onLeave }: PatchListProps) {
  const lines = [...inOrder(patch.set).map(([key, value]) => ({ verb: 'Set', key, value })), ...patch.remove.map((key) => ({ verb: 'Remove', key, value: '' }))];
  if (lines.length === 0) return null;
  return (
    <ul className="patch-lines" aria-label="Changes">
      {lines.map(({ verb, key, value }) => (
        <li key={key}>
          <span className="patch-verb">{verb}</span>
          <TagChip name={key} value={value} />
          <button type="button" className="icon-btn icon-btn-small" aria-label={`Do not ${verb.toLowerCase()} ${spellTag(key, value)}`} onClick={() => onLeave(key)}>
            <Icon name="x" />
          </button>
        </li>
      ))}
    </ul>
  );
}
