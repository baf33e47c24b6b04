import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewAddress } from '@/domain/view-address';
import { openedAddress, readAddress, settingsOf, writeAddress } from './inventory-address';

const NOTHING = { q: '', sort: '', facets: [], operations: [], columns: '', pinned: 1, group: '', picture: '', peek: '', density: '' as const };

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
          peek: fc.oneof(fc.constant(''), fc.uuid()),
          density: fc.constantFrom('', 'compact', 'roomy'),
          view: fc.constantFrom('', 'production-web', '日本'),
        }, { requiredKeys: ['q', 'sort', 'facets', 'operations', 'columns', 'pinned', 'group', 'picture', 'peek', 'density'] }),
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
    expect(writeAddress('other=mine&q=a', { ...NOTHING, q: 'b' })).toBe('other=mine&q=b');
    expect(readAddress(new URLSearchParams('density=dense&facets=tag:env,kind,tag:,nonsense,tag:env')).facets).toEqual(['tag:env']);
  });

  it('says of a view which one is open, and that none is', () => {
    expect(writeAddress('q=a', { ...NOTHING, view: 'mine' })).toBe('view=mine');
    expect(writeAddress('view=mine&q=a', { ...NOTHING, view: '' })).toBe('view=');
  });

  it('is the address of a view where it shows nothing else', () => {
    const view = { slug: 'mine', q: 'kind:(host, app)', sort: '-last_seen', columns: 'name,tag:a/b', pinned: 2, group: 'kind', density: 'compact', picture: 'last_seen,tag:team' };
    const shown = readAddress(new URLSearchParams(viewAddress(view).split('?')[1]));
    expect({ slug: shown.view, ...settingsOf(shown) }).toEqual(view);
  });

  it('opens the view that it names alone, or the one that opens by itself, and leads nowhere twice', () => {
    const saved = { id: '', name: '', revision: 0, createdAt: '', updatedAt: '', isDefault: false, sort: '', columns: '', pinned: 1, group: '', density: '', picture: '' };
    const views = [{ ...saved, slug: 'hosts', q: 'kind:host' }, { ...saved, slug: 'all', q: '', isDefault: true }];
    const opened = (search: string) => openedAddress(new URLSearchParams(search), views);
    expect(opened('')).toBe('/resources?view=all');
    expect(opened('view=hosts&facets=tag:env')).toBe('/resources?view=hosts&facets=tag:env&q=kind:host');
    expect(['view=all', 'view=', 'view=gone', 'q=', 'q=a', 'view=hosts&q=a', 'view=hosts&sort=name'].map(opened)).toEqual(Array(7).fill(undefined));
  });
});
