'use client';

import './bulk-edit.css';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { Operation, OperationPreview } from '@/domain/operation';
import type { TagPatch } from '@/domain/tags';
import { changesNothing } from '../tags/tag-draft';
import { useTRPC } from '../trpc';
import { exactNumber } from '../ui/exact-number';
import { Sheet } from '../ui/sheet';
import { EditPreview } from './edit-preview';
import { runLabel } from './operation-words';
import { left, NO_CHANGE, withLine, withoutKey, withTag } from './patch-lines';
import { PatchList } from './patch-list';
import { SelectionTags, type TagSelection } from './selection-tags';
import { TagLineInput } from './tag-line-input';
import { useExpired } from './use-expired';
import { whyNot } from './why-not';

export interface BulkEditProps {
  open: boolean;
  selection: TagSelection;
  /** How many the selection named when it was made. */
  count: number;
  onClose: () => void;
  onRun: (operation: Operation) => void;
}

interface Previewed {
  /** What was previewed: for anything else it says nothing. */
  selection: TagSelection;
  patch: TagPatch;
  reason: string;
  preview: OperationPreview;
}

/** Edits the tags of all selected resources: first what, then what that would do, then it is done. What is typed is kept while the panel is closed. */
export function BulkEdit({ open, selection, count, onClose, onRun }: BulkEditProps) {
  const trpc = useTRPC();
  const [patch, setPatch] = useState<TagPatch>(NO_CHANGE);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [previewed, setPreviewed] = useState<Previewed>();
  const previewing = useMutation(trpc.tagEdits.preview.mutationOptions());
  const running = useMutation(trpc.tagEdits.run.mutationOptions());
  const isCurrent = previewed !== undefined && previewed.selection === selection && previewed.patch === patch && previewed.reason === reason && text.trim() === '';
  const preview = isCurrent ? previewed.preview : undefined;
  const isLate = useExpired(preview?.expiresAt);
  const expired = preview !== undefined && (isLate || running.error?.data?.appCode === 'expired');
  const busy = previewing.isPending || running.isPending;

  function edit(next: TagPatch) {
    setPatch(next);
    setProblem(undefined);
    previewing.reset();
    running.reset();
  }

  /** What is typed becomes a line; undefined when it is none. */
  function settle(line = text): TagPatch | undefined {
    const read = withLine(patch, line);
    if ('problem' in read) {
      setText(line);
      setProblem(read.problem);
      return undefined;
    }
    setText('');
    if (line.trim() !== '') edit(read.patch);
    return line.trim() === '' ? patch : read.patch;
  }

  function askPreview() {
    const settled = settle();
    if (settled === undefined || busy) return;
    if (changesNothing(settled)) return setProblem('Say first which tag to set or to remove.');
    running.reset();
    const asked = { selection, patch: settled, reason };
    const input = { ...selection, set: settled.set, remove: settled.remove, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    previewing.mutate(input, { onSuccess: (answer) => setPreviewed({ ...asked, preview: answer }) });
  }

  function run() {
    if (preview === undefined || busy) return;
    running.mutate(
      { preview: preview.preview },
      {
        onSuccess(operation) {
          edit(NO_CHANGE);
          setReason('');
          setPreviewed(undefined);
          onRun(operation);
        },
      },
    );
  }

  const canRun = preview !== undefined && !expired && preview.resources > 0;
  const act = preview === undefined || expired ? askPreview : run;
  const label = preview === undefined ? (previewing.isPending ? 'Previewing' : 'Preview') : expired ? 'Preview again' : running.isPending ? 'Starting' : runLabel(patch, preview.resources);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    act();
  }

  return (
    <Sheet
      title={`Edit tags of ${exactNumber(count)}`}
      open={open}
      edge="right"
      onClose={onClose}
      foot={
        <>
          <span className="panel-note">{preview === undefined ? 'Nothing is changed before you have seen what it does' : 'Can be undone as a whole'}</span>
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="button" className="btn btn-primary" aria-disabled={busy || (preview !== undefined && !expired && !canRun)} onClick={() => (act === run && !canRun ? undefined : act())}>
            {label}
          </button>
        </>
      }
    >
      <div className="bulk-edit" onKeyDown={onKeyDown}>
        <section className="sec" aria-label="Change">
          <div className="panel-sec-head">
            <h3>Change</h3>
          </div>
          <PatchList patch={patch} onLeave={(key) => edit(left(patch, key))} />
          <TagLineInput
            text={text}
            taken={patch.set}
            problem={problem}
            onText={(next) => {
              setText(next);
              setProblem(undefined);
            }}
            onLine={(line) => void settle(line)}
          />
        </section>
        {previewing.error !== null && <p role="alert" className="tag-problem">{whyNot(previewing.error)}</p>}
        {preview !== undefined && <EditPreview preview={preview} count={count} expired={expired} />}
        {running.error !== null && !expired && <p role="alert" className="tag-problem">{whyNot(running.error)} Running this preview again is safe: what it did already is not done twice.</p>}
        <SelectionTags
          selection={selection}
          patch={patch}
          onSet={(key, value) => edit(withTag(patch, key, value))}
          onRemove={(key) => edit(withoutKey(patch, key))}
          onLeave={(key) => edit(left(patch, key))}
        />
        <section className="sec">
          <label className="panel-sec-head" htmlFor="bulk-reason">
            <b>Reason</b>
            <span>kept in the history</span>
          </label>
          <input id="bulk-reason" className="text-input" maxLength={1_000} value={reason} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </section>
      </div>
    </Sheet>
  );
}
