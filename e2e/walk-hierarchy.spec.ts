import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const MINUTE_MS = 60_000;

/** An agent, its host, two containers on the host, two apps in the first of them. */
async function fleet(request: APIRequestContext) {
  const mark = ownMark();
  const [agent = ''] = await register(request, [{ kind: 'agent', name: `agent-${mark}` }]);
  const seenAt = new Date(Date.now() - 46 * MINUTE_MS).toISOString();
  const labels = { 'host.name': `fra ${mark} "a"`, 'os.type': 'linux' };
  const [host = ''] = await register(request, [
    { kind: 'host', name: `host-${mark}`, parent: agent, status: 'Offline', seenAt, labels, annotations: { note: 'rack r08' }, group: `group ${mark}`, owner: 'platform' },
  ]);
  const [first = '', second = ''] = await register(request, [
    { kind: 'container', name: `cart-${mark}`, parent: host, tags: { env: 'prod', drain: '' } },
    { kind: 'container', name: `mail-${mark}`, parent: host },
  ]);
  const apps = await register(request, ['api', 'web'].map((role) => ({ kind: 'app', name: `${role}-${mark}`, parent: first })));
  return { mark, agent, host, first, second, apps };
}

const children = (page: Page) => page.getByRole('table', { name: /^Children/ });
const childNames = (page: Page) => children(page).getByRole('link');
const trail = (page: Page) => page.getByRole('navigation', { name: 'Ancestors' }).getByRole('listitem');

test('from the inventory down to an app and up again, with the trail and the counts of each step', async ({ page, request }) => {
  const { mark, host, first } = await fleet(request);
  await page.goto(`/resources?q=name:*${mark}*`);
  await page.getByRole('grid', { name: 'Resources' }).getByRole('link', { name: `host-${mark}`, exact: true }).first().click();
  await expect(page).toHaveURL(new RegExp(`/resources/${host}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`host-${mark}`);
  await expect(trail(page)).toHaveText(['Inventory', `agent-${mark}`, `host-${mark}`]);
  await expect(childNames(page)).toHaveText([`cart-${mark}`, `mail-${mark}`]);
  await expect(children(page).getByRole('row').nth(1).getByRole('cell').last()).toHaveText('2');
  await expect(page.getByRole('heading', { name: 'Children 2' })).toBeVisible();
  const below = page.getByRole('region', { name: 'Below it, at any depth' });
  await expect(below).toContainText('4 resources');
  await expect(below).toContainText('2 containers, 2 apps');

  await childNames(page).first().click();
  await expect(page).toHaveURL(new RegExp(`/resources/${first}$`));
  await expect(trail(page)).toHaveText(['Inventory', `agent-${mark}`, `host-${mark}`, `cart-${mark}`]);
  await expect(childNames(page)).toHaveText([`api-${mark}`, `web-${mark}`]);
  await childNames(page).nth(1).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`web-${mark}`);
  await expect(page.getByText('Nothing runs below it.')).toBeVisible();

  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`cart-${mark}`);
  await page.getByRole('navigation', { name: 'Ancestors' }).getByRole('link', { name: `agent-${mark}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`agent-${mark}`);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/resources\?q=name/);
});

test('every field, the reason of its status, labels that filter, annotations and the history', async ({ page, request }) => {
  const { mark, host, agent } = await fleet(request);
  await page.goto(`/resources/${host}`);
  const reason = page.getByRole('status').filter({ hasText: 'Offline for 31 min' });
  await expect(reason).toContainText('a host is offline after 15 min of silence');
  await expect(reason).toContainText(`Its agent agent-${mark} is online.`);
  await expect(reason.getByRole('link')).toHaveAttribute('href', `/resources/${agent}`);

  const fields = page.getByRole('region', { name: 'Fields' });
  await expect(fields.getByRole('definition').filter({ hasText: `group ${mark}` })).toHaveCount(1);
  await expect(fields.getByRole('definition').filter({ hasText: host })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Annotations' })).toContainText('rack r08');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Registered reported by api');

  const label = page.getByRole('region', { name: 'Labels' }).getByRole('link', { name: `host.name=fra ${mark} "a"` });
  await expect(label).toHaveText(`fra ${mark} "a"`);
  await label.click();
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === `label:host.name="fra ${mark} \\"a\\""`);
  await expect(page.getByRole('grid', { name: 'Resources' }).getByRole('link', { name: `host-${mark}`, exact: true })).toBeVisible();
});

test('E edits the tags, and the history says so at once', async ({ page, request }) => {
  const { mark, host } = await fleet(request);
  await page.goto(`/resources/${host}`);
  const editor = page.getByRole('combobox', { name: `Edit tags of host-${mark}` });
  await expect(async () => {
    // The page listens for keys a moment after its buttons work; once the editor is open, an E would be text.
    if ((await editor.count()) === 0) await page.keyboard.press('e');
    await expect(editor).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type('team=core');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Tags' }).getByTitle('team=core', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem').first()).toContainText('local added team=core');
});

test('children are filtered by their text, and the rest is read on demand', async ({ page, request }) => {
  const mark = ownMark();
  const [host = ''] = await register(request, [{ kind: 'host', name: `many-${mark}` }]);
  const numbers = Array.from({ length: 120 }, (_, i) => String(i).padStart(3, '0'));
  await register(request, numbers.map((number) => ({ kind: 'container', name: `pod-${number}-${mark}`, parent: host, tags: number === '077' ? { odd: 'one "x" out' } : {} })));
  await page.goto(`/resources/${host}`);
  await expect(childNames(page)).toHaveCount(50);
  await page.getByRole('button', { name: '70 more' }).click();
  await expect(childNames(page)).toHaveText(numbers.map((number) => `pod-${number}-${mark}`));
  await expect(page.getByRole('button', { name: /more$/ })).toHaveCount(0);

  const filter = page.getByRole('searchbox', { name: 'Filter children' });
  await filter.fill('pod-11');
  await expect(childNames(page)).toHaveCount(10);
  await filter.fill('one "x" out');
  await expect(childNames(page)).toHaveText([`pod-077-${mark}`]);
  await filter.fill('nothing like it');
  await expect(page.getByText('No child has the text nothing like it')).toBeVisible();
  await filter.fill('');
  await expect(childNames(page)).toHaveCount(120);
});

test('names and values are text, whatever stands in them', async ({ page, request }) => {
  const mark = ownMark();
  const name = `<script>document.title='owned'</script> שרת 🚀 ${mark}`;
  const [id = ''] = await register(request, [
    { kind: 'host', name, labels: { '<b>x</b>': '"><img src=x onerror=alert(1)>' }, tags: { note: '<i>مرحبا</i> 👩‍👩‍👧' }, annotations: { html: '<script>1</script>' } },
  ]);
  await page.goto(`/resources/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page).toHaveTitle(`${name}, GoSight Registry`);
  await expect(page.getByRole('region', { name: 'Tags' }).getByTitle('note=<i>مرحبا</i> 👩‍👩‍👧', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Labels' })).toContainText('"><img src=x onerror=alert(1)>');
  await expect(page.locator('main img, main i.x, main script')).toHaveCount(0);
});

test('a retired resource says so, and its children stay', async ({ page, request }) => {
  const { mark, host } = await fleet(request);
  expect((await request.delete(`/api/v1/resources/${host}`)).status()).toBe(204);
  await page.goto(`/resources/${host}`);
  await expect(page.getByRole('status').filter({ hasText: 'Retired on' })).toContainText('left out of lists, counts and facets');
  await expect(childNames(page)).toHaveText([`cart-${mark}`, `mail-${mark}`]);
});

for (const id of ['0198c0de-0000-7000-8000-00000000dead', 'no-uuid']) {
  test(`an id that nobody has (${id}) says so with status 404`, async ({ page, consoleErrors }) => {
    consoleErrors.expect(/404/);
    const response = await page.goto(`/resources/${id}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'No resource has this id' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open the inventory' })).toHaveAttribute('href', '/resources');
  });
}

for (const width of [1_440, 360]) {
  test(`the page keeps the rules of access, and nothing is cut off, ${width} pixels wide`, async ({ page, request }) => {
    const { mark, host } = await fleet(request);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/resources/${host}`);
    await expect(childNames(page)).toHaveCount(2);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole('button', { name: `Edit tags of host-${mark}` }).click();
    await expect(page.getByRole('combobox', { name: `Edit tags of host-${mark}` })).toBeFocused();
    await expectAccessible(page);
  });
}
