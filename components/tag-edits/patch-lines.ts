import { tagKeyProblem, type TagPatch } from '@/domain/tags';
import { settle } from '../tags/tag-draft';

export const NO_CHANGE: TagPatch = { set: {}, remove: [] };

export type PatchRead = { patch: TagPatch } | { problem: string };

/** The patch with one more line: `key=value` sets, `key` sets a tag without a value, `-key` removes. Nothing typed changes nothing. */
export function withLine(patch: TagPatch, text: string): PatchRead {
  const removed = /^\s*-\s*(\S+)\s*$/.exec(text)?.[1]?.toLowerCase();
  if (removed !== undefined) {
    const problem = tagKeyProblem(removed);
    return problem === undefined ? { patch: withoutKey(patch, removed) } : { problem: `To remove a tag write - and its key: ${problem}.` };
  }
  const settled = settle({ tags: patch.set, text, changing: null });
  if ('problem' in settled) return settled;
  const set = { ...settled.draft.tags };
  return { patch: { set, remove: patch.remove.filter((key) => !Object.hasOwn(set, key)) } };
}

export const withTag = ({ set, remove }: TagPatch, key: string, value: string): TagPatch => ({ set: { ...set, [key]: value }, remove: remove.filter((each) => each !== key) });

/** The key is removed from whatever has it. */
export const withoutKey = (patch: TagPatch, key: string): TagPatch => ({ set: left(patch, key).set, remove: [...left(patch, key).remove, key] });

/** Nothing is done to the key. */
export const left = ({ set, remove }: TagPatch, key: string): TagPatch => ({
  set: Object.fromEntries(Object.entries(set).filter(([each]) => each !== key)),
  remove: remove.filter((each) => each !== key),
});
