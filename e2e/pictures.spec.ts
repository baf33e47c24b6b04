import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect, test } from './fixtures';
import { ownMark, register } from './register';

const inventory = (page: Page) => page.getByRole('grid', { name: 'Resources' });
const rows = (page: Page) => inventory(page).locator('[data-rank]');
const names = (page: Page) => inventory(page).locator('[data-rank] [data-column=name]');
const statuses = (page: Page) => page.getByRole('region', { name: 'Statuses' });
const times = (page: Page) => page.getByRole('region', { name: 'Times' });
const top = (page: Page) => page.getByRole('region', { name: 'Top values' });
const spans = (page: Page) => times(page).getByRole('table').getByRole('row');

/** Six of this test alone, seen in the first hours of three days that are long past, four of them on the last; of one nobody knows how it is. */
async function openPictures(page: Page, address = '', shown = 6) {
  const mark = ownMark();
  const days = ['2026-03-02', '2026-03-06', '2026-03-10'];
  const seen = [`${days[0]}T00:10:00Z`, `${days[1]}T00:20:00Z`, `${days[2]}T01:00:00Z`, `${days[2]}T01:05:00Z`, `${days[2]}T02:30:00Z`, `${days[2]}T03:45:00Z`];
  await register(
    page.request,
    seen.map((seenAt, place) => ({ kind: place < 4 ? 'host' : 'app', name: `${'abcdef'.charAt(place)}-${mark}`, seenAt, ...(place === 5 ? { status: 'Unknown' } : {}), tags: place < 3 ? { team: 'core' } : place === 3 ? { team: 'apps' } : {} })),
  );
  await page.goto(`/resources?q=name:*-${mark}${address}`);
  await expect(rows(page)).toHaveCount(shown);
  return mark;
}

const open = (page: Page) => page.getByRole('button', { name: 'Pictures', exact: true }).click();

test('closed at first; opened they are in the address, and the server draws them', async ({ page }) => {
  await openPictures(page);
  await expect(statuses(page)).toHaveCount(0);
  await open(page);
  await expect(page).toHaveURL(/picture=last_seen,kind$/);
  await expect(top(page).getByRole('button', { name: 'host, 4' })).toBeVisible();
  await expect(top(page).getByRole('button', { name: 'app, 2' })).toBeVisible();
  await page.reload();
  await expect(top(page).getByRole('button', { name: 'host, 4' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pictures', exact: true })).toHaveAttribute('aria-expanded', 'true');
  await open(page);
  await expect(page).not.toHaveURL(/picture=/);
  await expect(statuses(page)).toHaveCount(0);
});

test('bars of statuses and of values ask for one, leave one out, and take it back', async ({ page }) => {
  const mark = await openPictures(page, '&picture=last_seen,tag:team');
  const bar = (name: string) => top(page).getByRole('button', { name, exact: true });
  await expect(bar('core, 3')).toBeVisible();
  await expect(bar('apps, 1')).toBeVisible();
  await expect(bar('none, 2')).toBeVisible();
  await bar('core, 3').click();
  await expect(names(page)).toHaveText([`a-${mark}`, `b-${mark}`, `c-${mark}`]);
  await expect(bar('core, 3')).toHaveAttribute('aria-pressed', 'true');
  // A picture's own terms do not make its other bars go.
  await expect(bar('apps, 1')).toBeVisible();
  await bar('core, 3').click();
  await expect(rows(page)).toHaveCount(6);
  await bar('none, 2').hover();
  await top(page).getByRole('button', { name: 'Not none' }).click();
  await expect(names(page)).toHaveText([`a-${mark}`, `b-${mark}`, `c-${mark}`, `d-${mark}`]);
  await expect(bar('none, 2, excluded')).toBeVisible();
  await bar('none, 2, excluded').click();
  await expect(rows(page)).toHaveCount(6);

  await expect(statuses(page).getByRole('button', { name: 'Offline, 5', exact: true })).toBeVisible();
  await statuses(page).getByRole('button', { name: 'Unknown, 1', exact: true }).click();
  await expect(page).toHaveURL(/status:unknown/);
  await expect(names(page)).toHaveText([`f-${mark}`]);
});

test('any field or key can be drawn', async ({ page }) => {
  await openPictures(page, '&picture=last_seen,kind');
  await top(page).getByRole('button', { name: 'Top values of Kind: others' }).click();
  const chooser = page.getByRole('dialog', { name: 'Top values' });
  await chooser.getByLabel('Search what to draw').fill('team');
  await chooser.getByRole('checkbox', { name: 'tag:team', exact: true }).click();
  await expect(chooser).toHaveCount(0);
  await expect(page).toHaveURL(/picture=last_seen,tag:team$/);
  await expect(top(page).getByRole('button', { name: 'core, 3', exact: true })).toBeVisible();
});

test('a part of the time is marked by dragging, becomes a term, and is drawn in finer spans', async ({ page }) => {
  const mark = await openPictures(page, '&picture=last_seen,kind');
  // Six hours a span: from the 2nd to the 10th there are 33.
  await expect(spans(page)).toHaveText(['WhenResources', '2 Mar 2026, 00:00 to 06:00 UTC1', '6 Mar 2026, 00:00 to 06:00 UTC1', '10 Mar 2026, 00:00 to 06:00 UTC4']);
  const box = (await times(page).locator('.time-bars').boundingBox())!;
  await page.mouse.move(box.x + box.width - 2, box.y + 20);
  await expect(times(page)).toContainText('10 Mar 2026, 00:00 to 06:00 UTC: 4');
  // Where nothing was seen, there is nothing to ask for.
  await page.mouse.click(box.x + (box.width * 8.5) / 33, box.y + 20);
  await expect(rows(page)).toHaveCount(6);
  await page.mouse.move(box.x + (box.width * 16.5) / 33, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 40, box.y + 10, { steps: 4 });
  await expect(times(page)).toContainText('6 Mar 2026, 00:00 to 10 Mar 2026, 06:00 UTC: 5');
  await page.mouse.up();
  await expect(page).toHaveURL(/last_seen:2026-03-06..2026-03-10T05:59Z/);
  await expect(names(page)).toHaveText(['b', 'c', 'd', 'e', 'f'].map((letter) => `${letter}-${mark}`));

  // Again, in finer spans.
  await times(page).getByRole('slider', { name: 'Last seen from' }).focus();
  await page.keyboard.press('ArrowRight');
  await times(page).getByRole('button', { name: 'Show only these 4' }).click();
  await expect(names(page)).toHaveText(['c', 'd', 'e', 'f'].map((letter) => `${letter}-${mark}`));
  await expect(spans(page)).toHaveText(['WhenResources', '10 Mar 2026, 01:00 to 01:05 UTC1', '10 Mar 2026, 01:05 to 01:10 UTC1', '10 Mar 2026, 02:30 to 02:35 UTC1', '10 Mar 2026, 03:45 to 03:50 UTC1']);
  await times(page).getByRole('button', { name: 'Any time' }).click();
  await expect(rows(page)).toHaveCount(6);
  await page.goBack();
  await expect(rows(page)).toHaveCount(4);
});

test('with the keyboard alone', async ({ page }) => {
  const mark = await openPictures(page, '&picture=last_seen,kind');
  const from = times(page).getByRole('slider', { name: 'Last seen from' });
  await from.focus();
  await expect(from).toHaveAttribute('aria-valuetext', '2 Mar 2026, 00:00');
  await page.keyboard.press('End');
  await expect(from).toHaveAttribute('aria-valuenow', '32');
  await page.keyboard.press('Escape');
  await expect(from).toHaveAttribute('aria-valuenow', '0');
  const until = times(page).getByRole('slider', { name: 'Last seen until' });
  await until.focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(until).toHaveAttribute('aria-valuetext', '5 Mar 2026, 06:00');
  await expect(times(page)).toContainText('2 Mar 2026, 00:00 to 5 Mar 2026, 06:00 UTC: 1');
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText([`a-${mark}`]);
});

test('another time is drawn, and counts are those of the query', async ({ page }) => {
  const mark = await openPictures(page, '&picture=last_seen,kind');
  await times(page).getByRole('button', { name: 'First seen' }).click();
  await expect(page).toHaveURL(/picture=first_seen,kind$/);
  await expect(times(page).getByRole('table', { name: 'First seen, in UTC' })).toBeAttached();
  await page.goto(`/resources?q=name:*-${mark}+kind:app&picture=created,kind`);
  await expect(times(page)).toContainText('UTC: 2');
});

test('a list that is read anew is drawn anew', async ({ page, request }) => {
  const mark = await openPictures(page, '&picture=last_seen,kind');
  await register(request, [{ kind: 'device', name: `g-${mark}`, seenAt: '2026-03-10T01:00:00Z' }]);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(top(page).getByRole('button', { name: 'device, 1', exact: true })).toBeVisible();
  await expect(spans(page).last()).toHaveText('10 Mar 2026, 00:00 to 06:00 UTC5');
});

for (const width of [1_280, 360]) {
  test(`pictures keep the rules of access, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await openPictures(page, '+status:offline&picture=last_seen,tag:team', 5);
    await expect(top(page).getByRole('button', { name: 'core, 3', exact: true })).toBeVisible();
    await times(page).getByRole('slider', { name: 'Last seen from' }).focus();
    await page.keyboard.press('ArrowRight');
    await expectAccessible(page);
  });
}
