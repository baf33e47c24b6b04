import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Only what depends on colours can differ in the other scheme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Nothing in the page as it stands breaks WCAG 2.2 A or AA or what axe calls best practice: in light, and in dark. */
export async function expectAccessible(page: Page) {
  await expectNoViolation(axeOn(page).withTags(RULES));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNoViolation(axeOn(page).withRules(COLOUR_RULES));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}

/** There are no frames whose findings would be put together in a page of their own. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function expectNoViolation(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}
