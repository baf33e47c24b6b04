import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './inventory-address';

const NOTHING = { q: '', sort: '', facets: [], operations: [], columns: '', pinned: 1, group: '', picture: '' };

describe('the address of the inventory', () => {
  it('gives back what was written, whatever the query says', () => {
    const facet = fc.constantFrom('tag:env', 'label:region', 'tag:a/b.c-d_e');
    fc.assert(
      fc.property(
        fc.record({
          q: fc.string({ unit: 'grapheme' }),
          sort: fc.constantFrom('', 'name', '-last_seen,name'),
          facets: fc.uniqueArray(facet),
          operations: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
          columns: fc.constantFrom('', 'name', 'status,tag:team,label:app.kubernetes.io/name'),
          pinned: fc.nat({ max: 40 }),
          group: fc.constantFrom('', 'kind', 'tag:team,label:region'),
          picture: fc.constantFrom('', 'last_seen,tag:team'),
        }),
        (address) => {
          expect(readAddress(new URLSearchParams(writeAddress('', address)))).toEqual(address);
        },
      ),
      { seed: 3 },
    );
  });

  it('stays readable, and says nothing of what is as usual', () => {
    expect(writeAddress('', { ...NOTHING, q: 'kind:(host, app) tag:env=prod' })).toBe('q=kind:(host,+app)+tag:env%3Dprod');
    expect(writeAddress('', { ...NOTHING, columns: 'name,tag:a/b', pinned: 2 })).toBe('columns=name,tag:a/b&pinned=2');
    expect(writeAddress('', { ...NOTHING, group: 'tag:team,kind' })).toBe('group=tag:team,kind');
    expect(writeAddress('', { ...NOTHING, picture: 'last_seen,kind' })).toBe('picture=last_seen,kind');
    expect(writeAddress('q=kind%3Ahost&sort=-name&columns=name&pinned=0&group=kind&picture=last_seen,kind', NOTHING)).toBe('');
  });

  it('keeps what is not ours, and passes over facets that are none', () => {
    expect(writeAddress('view=mine&q=a', { ...NOTHING, q: 'b' })).toBe('view=mine&q=b');
    expect(readAddress(new URLSearchParams('facets=tag:env,kind,tag:,nonsense,tag:env')).facets).toEqual(['tag:env']);
  });
});
