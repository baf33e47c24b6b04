import { describe, expect, it } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { facetState } from '@/domain/selector/facet-terms';
import { facetNote, facetRows } from './facet-rows';

const counts = { field: 'group', values: [{ value: 'edge', count: 40 }, { value: 'Media', count: 30, variants: ['Media', 'media'] }, { value: 'search', count: 20 }], more: 0, missing: 0 };
const stateOf = (query: string, facet = 'group') => facetState(parseSelector(query), facet);
const shown = (input: Parameters<typeof facetRows>[0]) => facetRows(input).rows.map(({ value, count, picked }) => [value, count, picked]);

describe('what a facet shows', () => {
  it('marks what the query includes and excludes, whatever the case', () => {
    expect(shown({ counts, state: stateOf('group:MEDIA -group:edge'), limit: 6 })).toEqual([['edge', 40, 'out'], ['Media', 30, 'in'], ['search', 20, 'none']]);
  });

  it('shows what is picked even when nothing has it', () => {
    expect(shown({ counts, state: stateOf('group:nowhere'), limit: 6 }).at(-1)).toEqual(['nowhere', 0, 'in']);
  });

  it('does not guess the count of a value that is not among those counted', () => {
    expect(shown({ counts: { ...counts, more: 9 }, state: stateOf('group:nowhere'), limit: 6 }).at(-1)).toEqual(['nowhere', undefined, 'in']);
  });

  it('hides what is beyond the limit, but never what is picked', () => {
    const { rows, hidden } = facetRows({ counts: { ...counts, more: 4 }, state: stateOf('group:search'), limit: 1 });
    expect(rows.map(({ value }) => value)).toEqual(['edge', 'search']);
    expect(hidden).toBe(5);
  });

  it('shows fixed values in their order, with none as 0', () => {
    const status = { field: 'status', values: [{ value: 'Offline', count: 3 }], more: 0, missing: 0 };
    expect(shown({ counts: status, state: stateOf('', 'status'), always: ['Online', 'Offline'], limit: 6 })).toEqual([['Online', 0, 'none'], ['Offline', 3, 'none']]);
    expect(shown({ counts: undefined, state: stateOf('', 'status'), always: ['Online'], limit: 6 })).toEqual([['Online', undefined, 'none']]);
  });

  it('shows the resources that have none when there are any, or when they are picked', () => {
    expect(shown({ counts: { ...counts, missing: 5 }, state: stateOf(''), limit: 6 }).at(-1)).toEqual([null, 5, 'none']);
    expect(shown({ counts, state: stateOf('has:group'), limit: 6 }).at(-1)).toEqual([null, 0, 'out']);
  });
});

it('says in the heading what is picked', () => {
  expect(facetNote(stateOf('group:edge,media -group:search'), 3)).toBe('2 of 3, 1 excluded');
  expect(facetNote(stateOf('group:e*'), 3)).toBe('by the query');
  expect(facetNote(stateOf(''), 3)).toBe('');
});
