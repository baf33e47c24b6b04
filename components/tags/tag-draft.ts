import { compareByCodePoint } from '@/domain/fold';
import { MAX_TAGS_PER_RESOURCE, tagKeyProblem, type TagPatch, tagValueProblem } from '@/domain/tags';

export type Tags = Readonly<Record<string, string>>;

/** The tags of a resource as a person saw them. */
export interface SeenTags {
  tags: Tags;
  revision: number;
}

/** What a person is making of them: the chips, and what stands in the input. */
export interface TagDraft {
  tags: Tags;
  text: string;
  /** The key of the chip that was taken into the input to be changed. */
  changing: string | null;
}

export type Drafted = { draft: TagDraft } | { problem: string };

/** By key, by code point: the same order on every page, whatever the answer's order. */
export const inOrder = (tags: Tags): [key: string, value: string][] => Object.entries(tags).sort(([a], [b]) => compareByCodePoint(a, b));

/** `env=prod`, or `drain` for a tag without a value. */
export const spellTag = (key: string, value: string): string => (value === '' ? key : `${key}=${value}`);

/** A draft of the tags, the named one taken into the input. */
export function startDraft(tags: Tags, taken?: string): TagDraft {
  const draft: TagDraft = { tags: Object.fromEntries(inOrder(tags)), text: '', changing: null };
  return taken === undefined || !Object.hasOwn(tags, taken) ? draft : take(draft, taken);
}

/** `key=value` or `key`, as typed. The key is what stands before the first equals sign, lower-cased. */
export function readTagText(text: string): { key: string; value: string; valueBegun: boolean } {
  const equals = text.indexOf('=');
  const key = (equals < 0 ? text : text.slice(0, equals)).trim().toLowerCase();
  return { key, value: equals < 0 ? '' : text.slice(equals + 1).trim(), valueBegun: equals >= 0 };
}

/** The draft with what stands in the input made a chip. An emptied chip is removed. */
export function settle(draft: TagDraft): Drafted {
  const { changing, text } = draft;
  if (text.trim() === '') return { draft: { ...draft, text: '', changing: null } };
  const { key, value } = readTagText(text);
  const problem = tagKeyProblem(key) ?? tagValueProblem(value);
  if (problem !== undefined) return { problem: withHint(sentence(problem), text) };
  const kept = Object.entries(draft.tags).filter(([other]) => other !== changing && other !== key);
  if (kept.length >= MAX_TAGS_PER_RESOURCE) return { problem: `A resource has at most ${MAX_TAGS_PER_RESOURCE} tags.` };
  return { draft: { tags: Object.fromEntries([...kept, [key, value]]), text: '', changing: null } };
}

/** Takes a chip into the input to change it; what stood there becomes a chip first. */
export function takeChip(draft: TagDraft, key: string): Drafted {
  const settled = settle(draft);
  return 'problem' in settled ? settled : { draft: take(settled.draft, key) };
}

function take(draft: TagDraft, key: string): TagDraft {
  return { ...withoutChip(draft, key), text: spellTag(key, draft.tags[key] ?? ''), changing: key };
}

export function withoutChip(draft: TagDraft, key: string): TagDraft {
  return { ...draft, tags: Object.fromEntries(Object.entries(draft.tags).filter(([other]) => other !== key)) };
}

/** What leads from one set of tags to the other. */
export function patchBetween(before: Tags, after: Tags): TagPatch {
  const set = Object.entries(after).filter(([key, value]) => before[key] !== value);
  return { set: Object.fromEntries(set), remove: Object.keys(before).filter((key) => !Object.hasOwn(after, key)) };
}

export const changesNothing = ({ set, remove }: TagPatch): boolean => remove.length === 0 && Object.keys(set).length === 0;

export function applyPatch(tags: Tags, { set, remove }: TagPatch): Tags {
  return Object.fromEntries(Object.entries({ ...tags, ...set }).filter(([key]) => !remove.includes(key)));
}

export const sameTags = (a: Tags, b: Tags): boolean => changesNothing(patchBetween(a, b));

const sentence = (problem: string): string => `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`;

/** People who come from labels of other systems write `env:prod`. */
function withHint(problem: string, text: string): string {
  const asWritten = /^([^=:\s]+):([^=]*)$/.exec(text.trim());
  return asWritten === null ? problem : `${problem} Write ${asWritten[1]}=${asWritten[2]}`;
}
