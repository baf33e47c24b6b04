import { expect, test } from './fixtures';
import { ownMark, register } from './register';

test.afterEach(({ product }) => product.startDatabase());

test('without its database the product says so, on pages and in the API, and recovers when it is back', async ({ page, request, product, consoleErrors }) => {
  test.setTimeout(240_000);
  consoleErrors.expect(/Failed to load resource|503/);
  const mark = ownMark();
  const [id = ''] = await register(request, [{ kind: 'host', name: `kept-${mark}`, tags: { team: 'core' } }]);
  await product.killDatabase();

  for (const path of ['/api/v1/resources', `/api/v1/resources/${id}`, '/api/v1/facets?facet=kind']) {
    const answer = await request.get(path);
    expect({ path, status: answer.status(), type: answer.headers()['content-type'] }).toEqual({ path, status: 503, type: 'application/problem+json' });
    expect(await answer.json()).toMatchObject({ status: 503, title: 'Unavailable', detail: expect.stringContaining('database') });
  }
  const edit = await request.patch(`/api/v1/resources/${id}/tags`, { data: { set: { team: 'lost' } } });
  expect(edit.status()).toBe(503);
  const telemetry = await request.post('/v1/metrics', { data: { resourceMetrics: [{ resource: { attributes: [{ key: 'host.name', value: { stringValue: `lost-${mark}` } }] } }] } });
  expect(telemetry.status()).toBe(503);
  expect((await request.get('/readyz')).status()).toBe(503);
  expect((await request.get('/healthz')).status()).toBe(200);

  await page.goto(`/resources?q=name:*-${mark}`);
  await expect(page.getByRole('heading', { name: 'The list could not be loaded' })).toBeVisible();
  await expect(page.getByText('503, unavailable')).toBeVisible();

  await product.startDatabase();
  const rows = page.getByRole('grid', { name: 'Resources' }).getByRole('row').filter({ hasText: mark });
  // The page tries again by itself.
  await expect(rows).toHaveCount(1, { timeout: 60_000 });
  await expect(rows.getByTitle('team=core', { exact: true })).toBeVisible();
  await expect.poll(async () => (await request.get('/readyz')).status()).toBe(200);
});
