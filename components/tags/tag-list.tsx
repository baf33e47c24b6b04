import { memo } from 'react';
import { fittingChips } from './fitting-chips';
import { TagChip } from './tag-chip';
import { inOrder, spellTag, type Tags } from './tag-draft';

interface TagListProps {
  tags: Tags;
  /** On one line of this many pixels: whole chips, then how many there are besides. Without it: all of them, wrapped. */
  width?: number;
}

export const TagList = memo(function TagList({ tags, width }: TagListProps) {
  const all = inOrder(tags);
  if (all.length === 0) return <span className="text-ink-3">no tags</span>;
  // A chip that does not fit alone is cut; nothing at all would look like no tags.
  const shown = width === undefined ? all.length : Math.max(1, fittingChips(all, width));
  const rest = all.slice(shown);
  return (
    <>
      {all.slice(0, shown).map(([name, value], place) => (
        // By its place: a list that is scrolled shows other tags in the same chips.
        <TagChip key={place} name={name} value={value} />
      ))}
      {rest.length > 0 && (
        <span className="more-tags" title={rest.map(([name, value]) => spellTag(name, value)).join('\n')}>
          <span className="sr-only">and {rest.length} more tags</span>
          <span aria-hidden>+{rest.length}</span>
        </span>
      )}
    </>
  );
});
