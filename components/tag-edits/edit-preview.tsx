import type { ReactNode } from 'react';
import type { KeyEffect, OperationPreview } from '@/domain/operation';
import { clockTime } from '../resource-signs/spans-of-time';
import { TagChip } from '../tags/tag-chip';
import { spellTag } from '../tags/tag-draft';
import { exactNumber } from '../ui/exact-number';
import { Icon, type IconName } from '../ui/icon';

interface EditPreviewProps {
  preview: OperationPreview;
  /** How many were selected before the set was frozen. */
  count: number;
  expired: boolean;
}

/** What an edit would do to the resources that are frozen in it. */
export function EditPreview({ preview, count, expired }: EditPreviewProps) {
  const { matched, refused, expiresAt, keys } = preview;
  return (
    <section className="sec" aria-labelledby="edit-preview">
      <div className="panel-sec-head">
        <h3 id="edit-preview">What will happen</h3>
        <span>{expired ? 'expired' : `${exactNumber(matched)} frozen until ${clockTime(expiresAt)}`}</span>
      </div>
      {expired && (
        <p role="alert" className="tag-warning">
          This preview has expired: what it says may not be so any more. Preview again.
        </p>
      )}
      {matched !== count && (
        <p role="status" className="tag-warning">
          {exactNumber(matched)} match now; it was {exactNumber(count)} when you selected them.
        </p>
      )}
      {keys.map((effect) => (
        <KeyPreview key={effect.key} effect={effect} />
      ))}
      {refused > 0 && (
        <ul className="effects">
          <Effect icon="warning" tone="refused" count={refused}>
            <b>Refused</b>: they would have more than 64 tags, nothing is written to them
          </Effect>
        </ul>
      )}
    </section>
  );
}

function KeyPreview({ effect: { key, value, added, changed, removed, unchanged, oldValues, moreOldValues } }: { effect: KeyEffect }) {
  const lost = value === null ? removed : changed;
  return (
    <ul className="effects" aria-label={value === null ? `Remove ${key}` : `Set ${spellTag(key, value)}`}>
      {added > 0 && (
        <Effect icon="plus" tone="add" count={added}>
          <b>Add</b> {spellTag(key, value ?? '')} where there is no {key}
        </Effect>
      )}
      {lost > 0 && (
        <Effect icon={value === null ? 'x' : 'pencil'} tone="lose" count={lost} below={<OldValues name={key} values={oldValues} more={moreOldValues} />}>
          {value === null ? <><b>Remove</b> {key}</> : <><b>Overwrite</b> another {key} with {spellTag(key, value)}</>}
        </Effect>
      )}
      {unchanged > 0 && (
        <Effect icon="minus" tone="same" count={unchanged}>
          Unchanged, {value === null ? `without ${key}` : `already ${spellTag(key, value)}`}
        </Effect>
      )}
    </ul>
  );
}

function OldValues({ name, values, more }: { name: string; values: KeyEffect['oldValues']; more: number }) {
  return (
    <ul className="old-values" aria-label={`Values of ${name} that go`}>
      {values.map(({ value, count }) => (
        <li key={value}>
          <TagChip name={name} value={value} />
          <span>{exactNumber(count)}</span>
        </li>
      ))}
      {more > 0 && <li>and {exactNumber(more)} more {more === 1 ? 'value' : 'values'}</li>}
    </ul>
  );
}

interface EffectProps {
  icon: IconName;
  tone: 'add' | 'lose' | 'same' | 'refused';
  count: number;
  children: ReactNode;
  /** Under what is said, as far as its count reaches. */
  below?: ReactNode;
}

const Effect = ({ icon, tone, count, children, below }: EffectProps) => (
  <li className={`effect effect-${tone}`}>
    <Icon name={icon} />
    <div>{children}</div>
    <strong>{exactNumber(count)}</strong>
    {below}
  </li>
);
