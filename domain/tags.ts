export const MAX_TAGS_PER_RESOURCE = 64;
export const MAX_TAG_KEY_LENGTH = 128;
export const MAX_TAG_VALUE_LENGTH = 256;

const TAG_KEY = /^[a-z0-9][a-z0-9._/-]*$/;

/** Why a tag key is refused, or undefined. The key must be lower-cased already. */
export function tagKeyProblem(key: string): string | undefined {
  if (key === '') return 'a tag key has at least one character';
  if (key.length > MAX_TAG_KEY_LENGTH) return `a tag key has at most ${MAX_TAG_KEY_LENGTH} characters`;
  if (!TAG_KEY.test(key)) return 'a tag key is made of a-z 0-9 . _ / - and begins with a letter or a digit';
  return undefined;
}

/** Why a tag value is refused, or undefined. The empty string is a key-only tag. */
export function tagValueProblem(value: string): string | undefined {
  if ([...value].length > MAX_TAG_VALUE_LENGTH) return `a tag value has at most ${MAX_TAG_VALUE_LENGTH} characters`;
  if (value.includes('\u0000')) return 'a tag value has no NUL character';
  if (/\p{Surrogate}/u.test(value)) return 'a tag value is valid Unicode';
  return undefined;
}

/** Tags to set and keys to remove. A patch, never a replacement. */
export interface TagPatch {
  set: Record<string, string>;
  remove: string[];
}

export interface TagProblem {
  path: string;
  message: string;
}

/** A patch as it is asked for: either part may be left out. */
export interface TagPatchInput {
  set?: Record<string, string> | undefined;
  remove?: string[] | undefined;
}

/** Lower-cases the keys and checks the rules; every problem is named by its path (`set.Env`). */
export function readTagPatch(input: TagPatchInput): { patch: TagPatch } | { problems: TagProblem[] } {
  const problems: TagProblem[] = [];
  const set = new Map<string, string>();
  for (const [raw, value] of Object.entries(input.set ?? {})) {
    const key = raw.toLowerCase();
    const path = `set.${raw}`;
    const problem = tagKeyProblem(key) ?? tagValueProblem(value);
    if (problem !== undefined) problems.push({ path, message: problem });
    else if (set.has(key)) problems.push({ path, message: `the key ${key} is set twice` });
    set.set(key, value);
  }
  const remove = [...new Set(input.remove ?? [])];
  for (const [position, key] of remove.entries()) {
    const problem = tagKeyProblem(key);
    if (problem !== undefined) problems.push({ path: `remove.${position}`, message: problem });
    if (set.has(key)) problems.push({ path: `remove.${position}`, message: `the key ${key} is both set and removed` });
  }
  if (set.size > MAX_TAGS_PER_RESOURCE) problems.push({ path: 'set', message: `at most ${MAX_TAGS_PER_RESOURCE} tags` });
  if (problems.length > 0) return { problems };
  return { patch: { set: Object.fromEntries(set), remove } };
}
