'use client';

import { type RefObject, useEffect, useId, useState } from 'react';
import { type SavedView, VIEW_LIMITS, type ViewSettings } from '@/domain/saved-view';
import { slugOf } from '@/domain/view-slug';
import { useViewEdits } from './use-view-edits';
import { ViewField } from './view-field';
import { whyNot } from './why-not';

interface NewViewFormProps {
  /** Where the name is typed. */
  input: RefObject<HTMLInputElement | null>;
  /** What is shown, and is kept. */
  settings: ViewSettings;
  onSaved: (view: SavedView) => void;
  onCancel: () => void;
}

/** Asks for the name of a new view. */
export function NewViewForm({ input, settings, onSaved, onCancel }: NewViewFormProps) {
  const { save } = useViewEdits();
  const [name, setName] = useState('');
  const [isDefault, setDefault] = useState(false);
  const note = useId();

  useEffect(() => input.current?.focus(), [input]);

  return (
    <form
      className="view-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ ...settings, name, isDefault }, { onSuccess: onSaved });
      }}
    >
      <ViewField
        ref={input}
        label="Name"
        value={name}
        maxLength={VIEW_LIMITS.nameCharacters * 2}
        describedBy={note}
        problem={save.error === null ? undefined : whyNot(save.error, 'name')}
        onChange={(next) => {
          setName(next);
          save.reset();
        }}
      />
      <p id={note} className="view-note">
        Keeps the query, columns, order, groups, pictures and density. In a query it is <code>view:{slugOf(name)}</code>
      </p>
      <label className="view-check">
        <input type="checkbox" checked={isDefault} onChange={() => setDefault(!isDefault)} />
        Open it by default
      </label>
      <div className="view-acts">
        <button type="button" className="btn" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="btn btn-primary" aria-disabled={save.isPending}>
          Save view
        </button>
      </div>
    </form>
  );
}
