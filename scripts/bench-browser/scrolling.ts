import type { Page } from '@playwright/test';

const WHEEL_TURNS = 120;
const WHEEL_PX = 600;
const DRAG_STEPS = 90;
/** The pace of the hand that turns and drags, which is measured: as often as a mouse reports. Nothing is waited for. */
const FRAME_MS = 16;
/** Into a scrollbar from its side, and below its upper button into the thumb of a list that stands at its first row. */
const BAR_PX = 5;
const THUMB_PX = 22;

/** The longest that a place in sight was empty while the wheel was turned. */
export async function blankByWheel(page: Page): Promise<number> {
  await page.evaluate(() => window.eyes.startWatching());
  await wheelDownAndUp(page);
  return page.evaluate(() => window.eyes.stopWatching());
}

export async function wheelDownAndUp(page: Page): Promise<void> {
  await overTheGrid(page);
  for (let turn = 0; turn < WHEEL_TURNS; turn++) {
    await page.mouse.wheel(0, turn < WHEEL_TURNS / 2 ? WHEEL_PX : -WHEEL_PX);
    await page.waitForTimeout(FRAME_MS);
  }
}

/** The longest that a place in sight was empty while the scrollbar was dragged from the first row to the last and half the way back. */
export async function blankByDragging(page: Page): Promise<number> {
  const { right, top, bottom } = await gridEdges(page);
  const x = right - BAR_PX;
  await page.evaluate(() => window.eyes.startWatching());
  await page.mouse.move(x, top + THUMB_PX);
  await page.mouse.down();
  for (let step = 0; step <= DRAG_STEPS; step++) await dragTo(page, x, top + (bottom - top) * (step / DRAG_STEPS));
  const reached = await page.evaluate(() => document.querySelector('[role=grid]')?.scrollTop ?? 0);
  if (reached === 0) throw new Error('the scrollbar could not be dragged');
  for (let step = 0; step <= DRAG_STEPS; step++) await dragTo(page, x, bottom - ((bottom - top) / 2) * (step / DRAG_STEPS));
  await page.mouse.up();
  await page.evaluate(() => window.eyes.untilShown(''));
  return page.evaluate(() => window.eyes.stopWatching());
}

async function dragTo(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.waitForTimeout(FRAME_MS);
}

async function overTheGrid(page: Page): Promise<void> {
  const { left, right, top, bottom } = await gridEdges(page);
  await page.mouse.move((left + right) / 2, (top + bottom) / 2);
}

async function gridEdges(page: Page): Promise<{ left: number; right: number; top: number; bottom: number }> {
  const box = await page.getByRole('grid', { name: 'Resources' }).boundingBox();
  if (box === null) throw new Error('the inventory is not in sight');
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
}
