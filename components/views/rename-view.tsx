'use client';

import { useEffect, useRef, useState } from 'react';
import { type OpenedView, type SavedView, VIEW_LIMITS } from '@/domain/saved-view';
import { MAX_SLUG_LENGTH } from '@/domain/view-slug';
import { useViewEdits } from './use-view-edits';
import { ViewField } from './view-field';
import { whyNot } from './why-not';

interface RenameViewProps {
  view: OpenedView;
  onBack: () => void;
  onRenamed: (view: SavedView) => void;
}

/** Another name, and another slug only where somebody says so: links and queries name the view by it. */
export function RenameView({ view, onBack, onRenamed }: RenameViewProps) {
  const [name, setName] = useState(view.name);
  const [slug, setSlug] = useState(view.slug);
  const { update } = useViewEdits();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  const wrong = update.error === null ? undefined : whyNot(update.error, update.error.data?.errors?.[0]?.path);
  const isAboutSlug = update.error?.data?.errors?.some(({ path }) => path === 'slug') === true;
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    update.reset();
  };
  return (
    <form
      className="view-form"
      aria-label="Rename the view"
      onSubmit={(event) => {
        event.preventDefault();
        if (!update.isPending) update.mutate({ slug: view.slug, revision: view.revision, change: { name, slug } }, { onSuccess: onRenamed });
      }}
    >
      <ViewField ref={input} label="Name" value={name} maxLength={VIEW_LIMITS.nameCharacters * 2} problem={isAboutSlug ? undefined : wrong} onChange={change(setName)} />
      <ViewField label="Slug" value={slug} maxLength={MAX_SLUG_LENGTH} problem={isAboutSlug ? wrong : undefined} onChange={change(setSlug)} />
      {slug !== view.slug && <p className="view-note">Links and queries that say {view.slug} will no longer find it.</p>}
      <div className="view-acts">
        <button type="button" className="btn" onClick={onBack}>
          Back
        </button>
        <button type="submit" className="btn btn-primary" aria-disabled={update.isPending}>
          Rename
        </button>
      </div>
    </form>
  );
}
