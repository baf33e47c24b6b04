import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './inventory-address';

const NOTHING = { q: '', sort: '', facets: [], operations: [] };

describe('the address of the inventory', () => {
  it('gives back what was written, whatever the query says', () => {
    const facet = fc.constantFrom('tag:env', 'label:region', 'tag:a/b.c-d_e');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'name', '-last_seen,name'), fc.uniqueArray(facet), fc.uniqueArray(fc.uuid(), { maxLength: 3 }), (q, sort, facets, operations) => {
        const address = { q, sort, facets, operations };
        expect(readAddress(new URLSearchParams(writeAddress('', address)))).toEqual(address);
      }),
      { seed: 3 },
    );
  });

  it('stays readable, and says nothing of what is as usual', () => {
    expect(writeAddress('', { ...NOTHING, q: 'kind:(host, app) tag:env=prod' })).toBe('q=kind:(host,+app)+tag:env%3Dprod');
    expect(writeAddress('q=kind%3Ahost&sort=-name', NOTHING)).toBe('');
  });

  it('keeps what is not ours, and passes over facets that are none', () => {
    expect(writeAddress('view=mine&q=a', { ...NOTHING, q: 'b' })).toBe('view=mine&q=b');
    expect(readAddress(new URLSearchParams('facets=tag:env,kind,tag:,nonsense,tag:env')).facets).toEqual(['tag:env']);
  });
});
