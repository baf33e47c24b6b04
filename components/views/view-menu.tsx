'use client';

import { type Ref, useEffect, useRef, useState } from 'react';
import type { OpenedView, SavedView, ViewSettings } from '@/domain/saved-view';
import { viewAddress } from '@/domain/view-address';
import { Icon, type IconName } from '../ui/icon';
import { type PopoverAnchor, PopoverDialog } from '../ui/popover-dialog';
import { DeleteView } from './delete-view';
import { NewViewForm } from './new-view-form';
import { RenameView } from './rename-view';
import { useViewEdits } from './use-view-edits';
import { whyNot } from './why-not';

const WIDTH = 320;

interface ViewMenuProps extends PopoverAnchor {
  view: OpenedView;
  changed: boolean;
  /** What another view would keep. */
  settings: ViewSettings;
  onSave: () => void;
  onRevert: () => void;
  onShow: (view: SavedView) => void;
  onLeave: () => void;
}

/** What can be done with the view that is open. */
export function ViewMenu({ view, changed, settings, onSave, onRevert, onShow, onLeave, ...anchored }: ViewMenuProps) {
  const [step, setStep] = useState<'menu' | 'new' | 'rename' | 'delete'>('menu');
  const [copied, setCopied] = useState<boolean>();
  const { duplicate, setDefault } = useViewEdits();
  const first = useRef<HTMLButtonElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const { slug, isDefault } = view;
  const failed = duplicate.error ?? setDefault.error;

  // The popover has shown itself by now: its own effect ran first.
  useEffect(() => {
    if (step === 'menu') first.current?.focus();
  }, [step]);

  const close = (act: () => void) => () => {
    anchored.onClose(true);
    act();
  };
  const copy = async () => {
    const done = navigator.clipboard.writeText(`${window.location.origin}${viewAddress(view)}`);
    setCopied(await done.then(() => true, () => false));
  };
  return (
    <PopoverDialog {...anchored} label={`View ${view.name}`} width={WIDTH} className="view-panel" {...(step !== 'menu' && { onEscape: () => setStep('menu') })}>
      <p className="view-heading">
        <code>view:{slug}</code>
      </p>
      {step === 'new' && <NewViewForm input={name} settings={settings} onSaved={(made) => close(() => onShow(made))()} onCancel={() => setStep('menu')} />}
      {step === 'rename' && <RenameView view={view} onBack={() => setStep('menu')} onRenamed={(renamed) => close(() => onShow(renamed))()} />}
      {step === 'delete' && <DeleteView view={view} onBack={() => setStep('menu')} onDeleted={close(onLeave)} />}
      {step === 'menu' && (
        <ul>
          {changed && (
            <>
              <Item icon="check" label="Save the changes" onPress={close(onSave)} />
              <Item icon="bookmark" label="Save as another view" onPress={() => setStep('new')} />
              <Item icon="history" label="Revert to the saved view" onPress={close(onRevert)} />
            </>
          )}
          <Item ref={first} icon={copied === true ? 'check' : 'copy'} label={copied === undefined ? 'Copy link' : copied ? 'Link copied' : 'The browser refused to copy'} onPress={() => void copy()} />
          <Item icon="pencil" label="Rename" onPress={() => setStep('rename')} />
          <Item icon="plus" label="Duplicate" onPress={() => duplicate.mutate({ slug }, { onSuccess: (made) => close(() => onShow(made))() })} />
          <Item icon="pin" label={isDefault ? 'Do not open by default' : 'Open by default'} onPress={() => setDefault.mutate({ slug: isDefault ? null : slug })} />
          <Item icon="x" label="Leave this view" onPress={close(onLeave)} />
          <Item icon="minus" label="Delete" onPress={() => setStep('delete')} />
        </ul>
      )}
      {failed !== null && (
        <p role="alert" className="view-wrong">
          {whyNot(failed)}
        </p>
      )}
    </PopoverDialog>
  );
}

function Item({ ref, icon, label, onPress }: { ref?: Ref<HTMLButtonElement>; icon: IconName; label: string; onPress: () => void }) {
  return (
    <li>
      <button ref={ref} type="button" className="view-item" onClick={onPress}>
        <Icon name={icon} />
        {label}
      </button>
    </li>
  );
}
