import { inOrder, patchBetween, spellTag, type Tags } from './tag-draft';

interface TagConflictProps {
  seen: Tags;
  theirs: Tags;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What somebody else made of the tags since they were seen here, and the choice between the two. */
export function TagConflict({ seen, theirs, onKeepMine, onTakeTheirs }: TagConflictProps) {
  const { set, remove } = patchBetween(seen, theirs);
  const changes = [...inOrder(set).map(([key, value]) => [key, seen[key], value] as const), ...remove.map((key) => [key, seen[key], undefined] as const)];
  return (
    <div role="alert" className="tag-conflict">
      <p className="font-semibold text-idle">Somebody else changed this resource meanwhile</p>
      {changes.length === 0 ? (
        <p>Its tags are as you saw them.</p>
      ) : (
        <ul>
          {changes.map(([key, before, after]) => (
            <li key={key}>{sentenceOf(key, before, after)}</li>
          ))}
        </ul>
      )}
      <p className="mt-2 flex gap-2">
        <button type="button" className="btn" onClick={onKeepMine} title="Makes your changes to the tags as they are now">
          Keep mine
        </button>
        <button type="button" className="btn btn-quiet" onClick={onTakeTheirs} title="Drops your changes">
          Take theirs
        </button>
      </p>
    </div>
  );
}

function sentenceOf(key: string, before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `${spellTag(key, after ?? '')} was added`;
  if (after === undefined) return `${spellTag(key, before)} was removed`;
  return `${spellTag(key, before)} became ${spellTag(key, after)}`;
}
