'use client';

import './open-view.css';
import { useState } from 'react';
import { isChanged } from '@/domain/view-changes';
import { Icon } from '../ui/icon';
import { PopoverButton } from '../ui/popover-button';
import { NewView } from './new-view';
import { useViewEdits } from './use-view-edits';
import { ViewConflict } from './view-conflict';
import type { ViewHeadProps } from './view-head-props';
import { ViewMenu } from './view-menu';
import { whyNot } from './why-not';

/** The view that is open: its name, what was changed since it was saved, and everything that can be done with it. */
export function OpenView({ slug, shown, density, opened, failure, onShow, onLeave }: ViewHeadProps) {
  const { update, readAgain } = useViewEdits();
  const [conflicting, setConflicting] = useState(false);
  const isGone = failure?.data?.appCode === 'not_found';
  if (failure !== null && (isGone || opened === undefined)) return <MissingView slug={slug} says={isGone ? undefined : whyNot(failure)} onLeave={onLeave} />;
  if (opened === undefined) return <span className="bone view-bone" />;

  const changed = isChanged(shown, opened);
  const revert = () => onShow(opened);
  const save = (revision?: number) =>
    update.mutate(
      { slug, change: shown, ...(revision === undefined ? {} : { revision }) },
      {
        onSuccess: () => setConflicting(false),
        onError: ({ data }) => setConflicting(data?.appCode === 'conflict'),
      },
    );
  return (
    <div className="view-head" data-changed={changed ? '' : undefined}>
      <PopoverButton icon="bookmark" label={opened.name} name={`View ${opened.name}${changed ? ', changed' : ''}`} className="btn view-button strip-tool">
        {(anchored) => <ViewMenu {...anchored} view={opened} changed={changed} settings={{ ...shown, density }} onSave={() => save(opened.revision)} onRevert={revert} onShow={onShow} onLeave={onLeave} />}
      </PopoverButton>
      {changed && (
        <div className="view-changes" role="group" aria-label={`Changes of ${opened.name}`}>
          <span className="view-changed">changed</span>
          <button type="button" className="btn" aria-disabled={update.isPending} onClick={() => !update.isPending && save(opened.revision)}>
            Save
          </button>
          <PopoverButton icon="plus" label="Save as" className="btn view-button">
            {(anchored) => <NewView {...anchored} settings={{ ...shown, density }} onSaved={onShow} />}
          </PopoverButton>
          <button type="button" className="btn btn-quiet" onClick={revert}>
            Revert
          </button>
        </div>
      )}
      {update.error !== null && (
        <ViewConflict
          says={whyNot(update.error)}
          onTheirs={conflicting ? () => {
            update.reset();
            readAgain();
          } : undefined}
          onMine={conflicting ? () => save() : undefined}
          onClose={() => update.reset()}
        />
      )}
      <p className="sr-only" role="status">
        {changed ? `The view ${opened.name} is changed` : ''}
      </p>
    </div>
  );
}

function MissingView({ slug, says, onLeave }: { slug: string; says: string | undefined; onLeave: () => void }) {
  return (
    <div className="view-head view-missing" role="alert">
      <Icon name="warning" />
      <span className="truncate" title={says ?? slug}>
        {says ?? (
          <>
            The view <code>{slug}</code> is gone
          </>
        )}
      </span>
      <button type="button" className="btn" onClick={onLeave}>
        Leave it
      </button>
    </div>
  );
}
