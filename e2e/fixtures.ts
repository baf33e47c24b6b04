import { test as base, type BrowserContext, type ConsoleMessage, expect, type WebError } from '@playwright/test';
import { forget, keptContext } from './kept-context';
import { type Product, startProduct } from './start-product';
import { untilLive } from './until-live';

interface ConsoleErrors {
  /** Says that a test provokes this error; every other one fails the test. */
  expect: (pattern: RegExp) => void;
}

/** Any error in the console of any page fails the test, unless it said that it provokes it. */
export const test = base.extend<{ consoleErrors: ConsoleErrors }, { product: Product; keptContexts: Map<boolean, BrowserContext> }>({
  product: [
    async ({}, provide) => {
      const product = await startProduct();
      await provide(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ product }, provide) => provide(product.url),
  keptContexts: [
    async ({}, provide) => {
      const kept = new Map<boolean, BrowserContext>();
      await provide(kept);
      for (const context of kept.values()) await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ keptContexts, browser, product, hasTouch, permissions }, provide) => {
    const context = keptContexts.get(hasTouch) ?? (await keptContext(browser, product.url));
    keptContexts.set(hasTouch, context);
    if (permissions) await context.grantPermissions(permissions);
    await provide(context);
    await forget(context);
  },
  page: async ({ page, viewport }, provide) => {
    if (viewport) await page.setViewportSize(viewport);
    const goto = page.goto.bind(page);
    const reload = page.reload.bind(page);
    page.goto = async (...args) => {
      const response = await goto(...args);
      await untilLive(page);
      return response;
    };
    page.reload = async (...args) => {
      const response = await reload(...args);
      await untilLive(page);
      return response;
    };
    await provide(page);
  },
  consoleErrors: [
    async ({ context }, provide) => {
      const seen: string[] = [];
      const expected: RegExp[] = [];
      const onConsole = (message: ConsoleMessage) => {
        // Asked for by the browser itself, whenever it likes, where a document that is no page names no icon.
        if (message.location().url.endsWith('/favicon.ico')) return;
        if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`);
      };
      const onWebError = (webError: WebError) => seen.push(String(webError.error().stack ?? webError.error()));
      context.on('console', onConsole).on('weberror', onWebError);
      await provide({ expect: (pattern) => expected.push(pattern) });
      context.off('console', onConsole).off('weberror', onWebError);
      expect(
        seen.filter((text) => !expected.some((pattern) => pattern.test(text))),
        'errors in the console',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
