import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const ROUNDS = 20;

test('two servers on one database agree: what one wrote is in the next answer of the other', async ({ request, product, page }) => {
  test.setTimeout(180_000);
  const other = await product.startSecondServer();
  const mark = ownMark();
  const [id = ''] = await register(request, [{ kind: 'host', name: `shared-${mark}` }]);
  const servers = [product.url, other];
  for (let round = 0; round < ROUNDS; round++) {
    const [writes = '', reads = ''] = round % 2 === 0 ? servers : servers.toReversed();
    const edit = await request.patch(`${writes}/api/v1/resources/${id}/tags`, { data: { set: { round: String(round) } } });
    expect(edit.status(), await edit.text()).toBe(200);
    const query = encodeURIComponent(`name:shared-${mark} tag:round=${round}`);
    const list = await (await request.get(`${reads}/api/v1/resources?q=${query}`)).json();
    expect(list).toMatchObject({ items: [{ id, tags: { round: String(round) }, revision: round + 1 }], total: { value: 1 } });
    const facets = await (await request.get(`${reads}/api/v1/facets?q=name:shared-${mark}&facet=tag:round`)).json();
    expect(facets.facets[0].values).toMatchObject([{ value: String(round), count: 1 }]);
  }
  for (const server of servers) {
    await page.goto(`${server}/resources?q=name:shared-${mark}`);
    await expect(page.getByRole('grid', { name: 'Resources' }).getByTitle(`round=${ROUNDS - 1}`, { exact: true })).toBeVisible();
  }
});
