import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { type RowChange, takeBack, writeCachedRows } from './cached-rows';

const row = (id: string, tags: Record<string, string>, revision = 0) => ({ id, name: id, tags, revision });

const ofA = (change: RowChange): RowChange => (row) => (row.id === 'a' ? change(row) : undefined);

function cacheWith(entries: Record<string, unknown>) {
  const client = new QueryClient();
  for (const [key, data] of Object.entries(entries)) client.setQueryData(['resources', key], data);
  return client;
}

it('writes into every list, page and detail that holds the resource, and nowhere else', () => {
  const other = row('b', { env: 'dev' });
  const client = cacheWith({
    byId: row('a', {}),
    list: { items: [row('a', {}), other], total: { value: 2 } },
    infinite: { pages: [{ items: [other] }, { items: [row('a', {})] }], pageParams: [null, 'x'] },
    facets: { facets: [{ field: 'kind', values: [] }], total: 2 },
  });
  const firstPage = client.getQueryData<{ pages: unknown[] }>(['resources', 'infinite'])?.pages[0];
  writeCachedRows(client, ['resources'], ofA(() => ({ tags: { team: 'core' }, revision: 1 })));
  expect(client.getQueryData(['resources', 'byId'])).toEqual(row('a', { team: 'core' }, 1));
  expect(client.getQueryData(['resources', 'list'])).toEqual({ items: [row('a', { team: 'core' }, 1), other], total: { value: 2 } });
  const infinite = client.getQueryData<{ pages: { items: unknown[] }[] }>(['resources', 'infinite']);
  expect(infinite?.pages[1]?.items).toEqual([row('a', { team: 'core' }, 1)]);
  expect(infinite?.pages[0]).toBe(firstPage);
});

it('takes back what it showed, but not what the server has said since', () => {
  const shown = { tags: { team: 'core' }, revision: 0 };
  const before = { tags: {}, revision: 0 };
  const newer = row('a', { team: 'sre' }, 3);
  const client = cacheWith({ stale: row('a', { team: 'core' }), fresh: newer });
  writeCachedRows(client, ['resources'], ofA(takeBack(shown, before)));
  expect(client.getQueryData(['resources', 'stale'])).toEqual(row('a', {}));
  expect(client.getQueryData(['resources', 'fresh'])).toBe(newer);
});

it('does not make an answer fresher than it is', () => {
  const client = new QueryClient();
  client.setQueryData(['resources', 'list'], { items: [row('a', {})] }, { updatedAt: 5 });
  client.setQueryData(['resources', 'count'], { value: 1 }, { updatedAt: 6 });
  writeCachedRows(client, ['resources'], () => ({ revision: 1 }));
  expect(client.getQueryState(['resources', 'list'])).toMatchObject({ data: { items: [row('a', {}, 1)] }, dataUpdatedAt: 5 });
  expect(client.getQueryState(['resources', 'count'])).toMatchObject({ data: { value: 1 }, dataUpdatedAt: 6 });
});
