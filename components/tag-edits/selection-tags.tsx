'use client';

import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useState } from 'react';
import type { TagCount } from '@/domain/tag-counts';
import type { TagPatch } from '@/domain/tags';
import { TagText } from '../tags/tag-chip';
import { spellTag } from '../tags/tag-draft';
import { type ApiClient, useTRPC } from '../trpc';
import { CheckBox } from '../ui/check-box';
import { exactNumber } from '../ui/exact-number';

export type TagSelection = Parameters<ApiClient['tags']['ofSelection']['query']>[0];

interface SelectionTagsProps {
  selection: TagSelection;
  patch: TagPatch;
  onSet: (key: string, value: string) => void;
  onRemove: (key: string) => void;
  onLeave: (key: string) => void;
}

const SHOWN_KEYS = 8;
const SHOWN_VALUES = 3;

/** The tags that the whole selection has, as the server counts them: all of it, or a part. */
export function SelectionTags({ selection, patch, onSet, onRemove, onLeave }: SelectionTagsProps) {
  const trpc = useTRPC();
  // As of now, each time the panel opens.
  const { data, error, refetch } = useQuery(trpc.tags.ofSelection.queryOptions(selection, { staleTime: 0, gcTime: 0 }));
  const [showsAll, setShowsAll] = useState(false);
  const keys = data?.keys.slice(0, showsAll ? undefined : SHOWN_KEYS) ?? [];
  return (
    <section className="sec" aria-labelledby="selection-tags">
      <div className="panel-sec-head">
        <h3 id="selection-tags">Tags of the selection</h3>
        <span>{data ? `counted over all ${exactNumber(data.total)}` : error === null ? 'Counting' : ''}</span>
      </div>
      {error !== null && (
        <p role="alert" className="tag-problem">
          The tags could not be counted: {error.message}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {data?.keys.length === 0 && <p className="text-ink-3">None of them has a tag.</p>}
      <ul className="key-lines">
        {data && keys.map((key) => <KeyLine key={key.key} counted={key} total={data.total} patch={patch} onSet={onSet} onRemove={onRemove} onLeave={onLeave} />)}
      </ul>
      {data && data.keys.length > SHOWN_KEYS && !showsAll && (
        <button type="button" className="link" onClick={() => setShowsAll(true)}>
          Show all {exactNumber(data.keys.length)} keys
        </button>
      )}
    </section>
  );
}

interface KeyLineProps extends Omit<SelectionTagsProps, 'selection'> {
  counted: TagCount;
  total: number;
}

function KeyLine({ counted: { key, count, values, moreValues }, total, patch, onSet, onRemove, onLeave }: KeyLineProps) {
  const isRemoved = patch.remove.includes(key);
  const isSet = Object.hasOwn(patch.set, key);
  const more = moreValues + Math.max(0, values.length - SHOWN_VALUES);
  const style: CSSProperties & { '--share': number } = { '--share': total === 0 ? 0 : count / total };
  return (
    <li className={isRemoved ? 'key-line key-line-removed' : 'key-line'}>
      <CheckBox state={isRemoved ? 'none' : count === total || isSet ? 'all' : 'some'} label={key} onToggle={() => (isRemoved || isSet ? onLeave(key) : onRemove(key))} />
      <span className="key-name" title={key}>
        {key}
      </span>
      <span className="key-count">
        <i className="key-bar" style={style} aria-hidden />
        {count === total ? `all ${exactNumber(total)}` : `${exactNumber(count)} of ${exactNumber(total)}`}
      </span>
      <span className="key-values">
        {values.slice(0, SHOWN_VALUES).map(({ value, count: ofValue }) => (
          <button key={value} type="button" className="chip" aria-pressed={patch.set[key] === value} title={`Set ${spellTag(key, value)} on all`} onClick={() => (patch.set[key] === value ? onLeave(key) : onSet(key, value))}>
            <TagText name={key} value={value} />
            <span className="chip-count">{exactNumber(ofValue)}</span>
          </button>
        ))}
        {more > 0 && <span className="text-ink-3">and {exactNumber(more)} more {more === 1 ? 'value' : 'values'}</span>}
      </span>
    </li>
  );
}
