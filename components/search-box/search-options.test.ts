import { expect, test } from 'vitest';
import { completeSelector } from '@/domain/selector/complete-selector';
import type { Suggestions } from '@/domain/selector/suggestions';
import { isAsked, isBegun, searchOptions } from './search-options';

const offered = (text: string, values: Record<string, number> = {}, recent: string[] = []) => {
  const slot = completeSelector(text, text.length);
  const suggestions: Suggestions | undefined = slot.type === 'nothing' ? undefined : {
    type: slot.type, position: slot.position, length: slot.length, contains: null,
    values: Object.entries(values).map(([value, count]) => ({ value, insert: value, count, note: null })),
  };
  const { heading, of, options } = searchOptions({ text, slot, suggestions, recent });
  return { heading: `${heading} ${of}`.trim(), options: options.map(({ type, insert }) => (type === 'choice' ? insert : `${type} ${insert}`)) };
};

test('recent queries, then what most queries begin with', () => {
  const { heading, options } = offered('', {}, ['kind:host', 'web']);
  expect(heading).toBe('Recent queries and fields');
  expect(options.slice(0, 4)).toEqual(['recent kind:host', 'recent web', 'kind:', 'status:']);
  expect(offered('').heading).toBe('Fields');
});

test('fields that begin with the word; nothing for a word that begins none', () => {
  expect(offered('kind:host na').options).toEqual(['name:', 'namespace:']);
  expect(offered('web').options).toEqual([]);
});

test('values that fit what is typed by now, then any that contains it', () => {
  expect(offered('tag:team=pl', { platform: 4, planning: 3, data: 2 })).toEqual({ heading: 'Values of tag:team', options: ['platform', 'planning', 'contains *pl*'] });
  expect(offered('tag:te', { team: 4 })).toEqual({ heading: 'Keys of tag', options: ['team'] });
  expect(offered('tag:team=platform', { platform: 4 }).options).toEqual([]);
  expect(offered('tag:team=prod', { prod: 4, production: 3 }).options).toEqual(['prod', 'production']);
  expect(offered('tag:team=zzz', { platform: 4 }).options).toEqual([]);
  expect(offered('is:st').options).toEqual(['stale']);
});

test('an answer to what stood elsewhere is not shown', () => {
  const slot = completeSelector('kind:host tag:team=', 19);
  const suggestions: Suggestions = { type: 'value', position: 5, length: 0, contains: null, values: [{ value: 'host', insert: 'host', count: 1, note: null }] };
  expect(searchOptions({ text: 'kind:host tag:team=', slot, suggestions, recent: [] }).options).toEqual([]);
});

test('the server is asked for keys and counted values only', () => {
  const asked = (text: string) => isAsked(completeSelector(text, text.length));
  expect(['tag:', 'tag:a=', 'kind:', 'name:w'].map(asked)).toEqual([true, true, true, true]);
  expect(['', 'ki', 'is:', 'has:', '"a'].map(asked)).toEqual([false, false, false, false, false]);
});

test('a value is only begun while nothing that is offered is it', () => {
  const begun = (text: string, ...values: string[]) => {
    const slot = completeSelector(text, text.length);
    const options = values.map((label) => ({ type: 'choice' as const, label, insert: label, note: null, count: 1, warns: false }));
    return isBegun(text, slot, { heading: '', of: '', options });
  };
  expect(begun('tag:team=pl', 'platform')).toBe(true);
  expect(begun('status:off', 'Offline')).toBe(true);
  expect(begun('tag:team=prod', 'Prod', 'production')).toBe(false);
  expect(begun('tag:team=pl')).toBe(false);
  expect(begun('tag:team=pl*', 'platform')).toBe(false);
  expect(begun('tag:cores>=1', '16')).toBe(false);
  expect(begun('version<1.2', '1.2.3')).toBe(false);
  expect(begun('tag:te', 'team')).toBe(false);
});
