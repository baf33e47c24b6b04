import { describe, expect, it } from 'vitest';
import { applyPatch, changesNothing, patchBetween, settle, startDraft, takeChip, type TagDraft, withoutChip } from './tag-draft';

const typed = (text: string, tags: Record<string, string> = {}): TagDraft => ({ ...startDraft(tags), text });
const drafted = (result: ReturnType<typeof settle>): TagDraft => {
  if ('problem' in result) throw new Error(result.problem);
  return result.draft;
};
const problemOf = (result: ReturnType<typeof settle>): string | undefined => ('problem' in result ? result.problem : undefined);

describe('what is typed', () => {
  it('becomes a tag with its key lower-cased and its value as it is, equals signs and all', () => {
    expect(drafted(settle(typed(' Team = a=B ', { env: 'prod' })))).toEqual({ tags: { env: 'prod', team: 'a=B' }, text: '', changing: null });
  });

  it('may be a key alone, with or without an equals sign', () => {
    expect(drafted(settle(typed('drain'))).tags).toEqual({ drain: '' });
    expect(drafted(settle(typed('drain='))).tags).toEqual({ drain: '' });
  });

  it('replaces the value of a key that is there', () => {
    expect(drafted(settle(typed('env=dev', { env: 'prod' }))).tags).toEqual({ env: 'dev' });
  });

  it('is refused in a sentence, with the way to write what was meant', () => {
    expect(problemOf(settle(typed('=prod')))).toBe('A tag key has at least one character.');
    expect(problemOf(settle(typed('env:prod')))).toBe('A tag key is made of a-z 0-9 . _ / - and begins with a letter or a digit. Write env=prod');
    expect(problemOf(settle(typed(`a=${'x'.repeat(257)}`)))).toBe('A tag value has at most 256 characters.');
  });

  it('is refused as the 65th tag, but may replace one of 64', () => {
    const full = Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`k${i}`, '']));
    expect(problemOf(settle(typed('one-more', full)))).toBe('A resource has at most 64 tags.');
    expect(drafted(settle(typed('k1=v', full))).tags['k1']).toBe('v');
  });
});

describe('a chip', () => {
  it('that is taken comes back under its new key, and the old key is gone', () => {
    const taken = drafted(takeChip(startDraft({ env: 'prod', team: 'core' }), 'env'));
    expect(taken).toEqual({ tags: { team: 'core' }, text: 'env=prod', changing: 'env' });
    expect(drafted(settle({ ...taken, text: 'stage=prod' })).tags).toEqual({ team: 'core', stage: 'prod' });
  });

  it('that is emptied is removed', () => {
    const taken = drafted(takeChip(startDraft({ env: 'prod' }), 'env'));
    expect(drafted(settle({ ...taken, text: ' ' })).tags).toEqual({});
  });

  it('is not taken while what stands in the input is refused, so that nothing typed is lost', () => {
    expect(problemOf(takeChip(typed('a b', { env: 'prod' }), 'env'))).toContain('A tag key is made of');
  });

  it('is taken at the start', () => {
    expect(startDraft({ drain: '' }, 'drain')).toEqual({ tags: {}, text: 'drain', changing: 'drain' });
    expect(startDraft({ drain: '' }, 'constructor').changing).toBeNull();
  });
});

it('says what leads from one set of tags to another, and nothing more', () => {
  const before = { env: 'prod', team: 'core', drain: '' };
  const after = { env: 'dev', team: 'core', pci: '' };
  const patch = patchBetween(before, after);
  expect(patch).toEqual({ set: { env: 'dev', pci: '' }, remove: ['drain'] });
  expect(applyPatch({ ...before, theirs: 'x' }, patch)).toEqual({ ...after, theirs: 'x' });
  expect(changesNothing(patchBetween(before, { drain: '', team: 'core', env: 'prod' }))).toBe(true);
  expect(withoutChip(startDraft(before), 'env').tags).toEqual({ team: 'core', drain: '' });
});
