import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

// Each types and waits a lot, which takes long where many share a machine.
test.slow();

const box = (page: Page) => page.getByRole('combobox', { name: 'Search resources' });
const list = (page: Page) => page.getByRole('listbox', { name: /^(Values|Keys) of|^Fields|^Recent/ });
const option = (page: Page, name: string | RegExp) => list(page).getByRole('option', { name });
const expectRows = (page: Page, count: number) => expect(page.getByRole('grid', { name: 'Resources' })).toHaveAttribute('aria-rowcount', String(count));
const query = (page: Page) => new URL(page.url()).searchParams.get('q');

/** Nine resources of this test alone, whose team is the test's own too: five of one, three of another, one slip. */
async function ownFleet(page: Page) {
  const mark = ownMark();
  const of = (place: number, team: string, more: Record<string, unknown> = {}) => ({ kind: 'host', name: `${mark}-${place}`, tags: { [`${mark}-team`]: team, env: 'prod' }, ...more });
  await register(page.request, [
    ...[0, 1, 2, 3, 4].map((place) => of(place, 'platform')),
    ...[5, 6, 7].map((place) => of(place, 'data platform', { kind: 'container' })),
    of(8, 'platfrom'),
  ]);
  await page.goto(`/resources?q=${mark}`);
  await expectRows(page, 9);
  return mark;
}

test('fields, keys and values are completed where the caret stands, counted under the rest of the query', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill(`${mark} kind:host ta`);
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await box(page).press('Tab');
  await expect(box(page)).toHaveValue(`${mark} kind:host tag:`);
  await box(page).pressSequentially(mark);
  await expect(option(page, `${mark}-team 6`)).toBeVisible();
  await box(page).press('Tab');
  await expect(box(page)).toHaveValue(`${mark} kind:host tag:${mark}-team=`);
  await expect(list(page).getByRole('option').first()).toHaveText('platform5');
  await expect(option(page, 'platfrom one letter from platform 1')).toBeVisible();
  await box(page).press('ArrowDown');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', /-0$/);
  await box(page).press('Enter');
  await expect(box(page)).toHaveValue(`${mark} kind:host tag:${mark}-team=platform`);
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  await expectRows(page, 5);
});

test('a value with a space is quoted; Alt and Enter exclude; any value that contains the text', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill(`${mark} tag:${mark}-team=data`);
  await option(page, 'data platform 3').click();
  await expect(box(page)).toHaveValue(`${mark} tag:${mark}-team="data platform"`);
  await expectRows(page, 3);
  await box(page).press('Alt+Enter');
  await expect(box(page)).toHaveValue(`${mark} -tag:${mark}-team="data platform"`);
  await expectRows(page, 6);
  await box(page).fill(`${mark} tag:${mark}-team=form`);
  await option(page, /^Any value that contains form/).click();
  await expect(box(page)).toHaveValue(`${mark} tag:${mark}-team=*form*`);
  await expectRows(page, 8);
});

test('Escape closes the list, then restores; arrows open it; recent queries come back', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill(`${mark} kind:`);
  await expect(option(page, 'host 6')).toBeVisible();
  await box(page).press('Escape');
  await expect(list(page)).toHaveCount(0);
  await box(page).press('Escape');
  await expect(box(page)).toHaveValue(mark);
  await box(page).fill(`${mark} kind:container`);
  await box(page).press('Enter');
  await expectRows(page, 3);
  await page.getByRole('button', { name: 'Clear the query' }).click();
  await box(page).press('ArrowDown');
  await option(page, `${mark} kind:container`).click();
  await expectRows(page, 3);
});

test('while an answer is on its way, what is typed further waits for it, but not for long', async ({ page }) => {
  await ownFleet(page);
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => (letGo = resolve));
  const askedAt: number[] = [];
  await page.route('**/api/trpc/resources.list**', async (route) => {
    askedAt.push(Date.now());
    await isHeld;
    await route.continue();
  });
  await box(page).press('End');
  await box(page).press('x');
  await expect.poll(() => askedAt.length).toBe(1);
  const typedAt = Date.now();
  await box(page).press('y');
  await expect.poll(() => askedAt.length).toBe(2);
  expect((askedAt[1] ?? 0) - typedAt).toBeGreaterThanOrEqual(240);
  letGo();
  await expect(page.getByRole('grid', { name: 'Resources' })).toHaveCount(0);
});

test('what is wrong is marked at its place, said, and corrected at once', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill(`${mark} knd:host`);
  await expect(box(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('There is no field knd; did you mean kind:?')).toBeVisible();
  await page.getByRole('button', { name: 'Use kind', exact: true }).first().click();
  await expect(box(page)).toHaveValue(`${mark} kind:host`);
  await expectRows(page, 6);
});

test('a query that is right but looks like another language is told how that is written', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill(`${mark} kind:host or kind:container`);
  await box(page).press('Enter');
  await expect(page.getByText('Or is searched for as a word; in capitals it joins terms.')).toBeVisible();
  await page.getByRole('button', { name: 'Use OR' }).click();
  await expect(box(page)).toHaveValue(`${mark} kind:host OR kind:container`);
});

test('each term under the pointer can be turned round and removed', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill(`${mark} kind:host`);
  await box(page).press('Enter');
  await expectRows(page, 6);
  const over = async (text: string) => {
    const term = page.locator('.search-mirror .run', { hasText: text });
    const at = (await term.boundingBox())!;
    await page.mouse.move(at.x + 4, at.y + at.height / 2);
  };
  await over('kind:host');
  await page.getByRole('button', { name: 'Exclude kind:host' }).click();
  await expect(box(page)).toHaveValue(`${mark} -kind:host`);
  await expectRows(page, 3);
  await over('-kind:host');
  await page.getByRole('button', { name: 'Remove -kind:host' }).click();
  await expect(box(page)).toHaveValue(mark);
  await expect(page.getByRole('status').filter({ hasText: 'Removed -kind:host, one term is left' })).toBeAttached();
  await expectRows(page, 9);
});

test('each term can be turned round, removed and edited by keyboard', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill(`${mark} kind:host -(tag:env=qa OR tag:x)`);
  await box(page).press('Enter');
  await expectRows(page, 6);
  await box(page).press('Tab');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(page.getByRole('toolbar', { name: /^Term 3 of 3/ })).toBeVisible();
  await expect(button('Include tag:env=qa OR tag:x')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(button('Remove -(tag:env=qa OR tag:x)')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue(`${mark} kind:host`);
  await expect(button('Remove kind:host')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(box(page)).toHaveValue(`${mark} -kind:host`);
  await expectRows(page, 3);
  await expect(button('Include kind:host')).toBeFocused();
  await expect(button('Include kind:host')).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await page.keyboard.press('Home');
  await expect(button(`Exclude ${mark}`)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(button(`Edit ${mark}`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('kind:container');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('kind:container -kind:host');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
});

/** Pastes as a person does, without the system's clipboard. */
const paste = (page: Page, text: string) =>
  box(page).evaluate((input, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

test('a pasted selector of kubectl is rewritten, and says so', async ({ page }) => {
  const mark = await ownFleet(page);
  await box(page).fill('');
  await paste(page, `${mark}-team in (platform, platfrom),!canary`);
  await expect(box(page)).toHaveValue(`tag:${mark}-team=(platform, platfrom) -tag:canary`);
  await expect(page.getByText('Rewritten from a selector of kubectl')).toBeVisible();
  await expectRows(page, 6);
});

test('a pasted list: what is matched becomes the query, the rest is shown', async ({ page }) => {
  const mark = await ownFleet(page);
  await register(page.request, ['a', 'b'].map((host) => ({ kind: 'app', name: `${mark}-twin`, labels: { host } })));
  await box(page).fill('');
  await paste(page, `${mark}-0\n${mark}-1\n${mark}-twin\n${mark}-nobody`);
  const note = page.getByRole('region', { name: 'Pasted list' });
  await expect(note).toContainText('2 matched, 1 ambiguous, 1 not found');
  await expect(note).toContainText(`${mark}-nobody`);
  await expectRows(page, 2);
  expect(query(page)).toBe(`name:(${mark}-0, ${mark}-1)`);
  await note.getByRole('button', { name: 'Include the 2 ambiguous' }).click();
  await expectRows(page, 4);
});

test('nothing matches: the term that removes everything is named, and one press puts it right', async ({ page }) => {
  const mark = await ownFleet(page);
  await page.goto(`/resources?q=${mark}+kind:host+tag:${mark}-team=plaform`);
  await expect(page.getByRole('heading', { name: 'Nothing matches all three terms' })).toBeVisible();
  await expect(page.getByText('removes everything: no resource has that. This fleet writes it platform.')).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'plaform' });
  await expect(row.getByRole('cell')).toHaveText([`tag:${mark}-team=plaform`, '0', '6', /Use platform/]);
  await row.getByRole('button', { name: 'Use platform' }).click();
  await expectRows(page, 5);
});

test('nothing matches, on a narrow screen: every term is to be read whole', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  const mark = await ownFleet(page);
  await page.goto(`/resources?q=${mark}+kind:host+tag:${mark}-team=plaform`);
  const relaxations = page.getByRole('table').filter({ hasText: 'plaform' });
  for (const name of ['Use platform', `Remove tag:${mark}-team=plaform`]) await expect(relaxations.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  for (const text of [mark, 'kind:host', `tag:${mark}-team=plaform`]) {
    const term = page.getByRole('cell', { name: text, exact: true }).locator('.term');
    await expect(term).toHaveText(text);
    expect(await term.evaluate((shown) => [shown.scrollWidth - shown.clientWidth, shown.scrollHeight - shown.clientHeight]), text).toEqual([0, 0]);
  }
});

test('the query is explained in plain English, and the help page shows the language', async ({ page }) => {
  await page.goto('/resources?q=kind:host+-tag:deprecated');
  await page.getByRole('button', { name: 'Explain the query' }).click();
  const explained = page.getByRole('region', { name: 'The query in plain English' });
  await expect(explained).toContainText('Resources where its kind is host and it has no tag deprecated.');
  await explained.getByRole('link', { name: 'The query language' }).click();
  await expect(page.getByRole('heading', { name: 'The query language', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'tag:team=(core, platform)' }).click();
  await expect(box(page)).toHaveValue('tag:team=(core, platform)');
});

test('the open box keeps the accessibility rules', async ({ page }) => {
  await ownFleet(page);
  await box(page).fill('tag:env=');
  await expect(list(page)).toBeVisible();
  await expectAccessible(page);
});
