import { test as base, expect } from '@playwright/test';
import { type Product, startProduct } from './start-product';
import { untilLive } from './until-live';

interface ConsoleErrors {
  /** Says that a test provokes this error; every other one fails the test. */
  expect: (pattern: RegExp) => void;
}

/** Any error in the console of any page fails the test, unless it said that it provokes it. */
export const test = base.extend<{ consoleErrors: ConsoleErrors }, { product: Product }>({
  product: [
    async ({}, provide) => {
      const product = await startProduct();
      await provide(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ product }, provide) => provide(product.url),
  page: async ({ page }, provide) => {
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
      context.on('console', (message) => {
        // Asked for by the browser itself, whenever it likes, where a document that is no page names no icon.
        if (message.location().url.endsWith('/favicon.ico')) return;
        if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (webError) => seen.push(String(webError.error().stack ?? webError.error())));
      await provide({ expect: (pattern) => expected.push(pattern) });
      expect(
        seen.filter((text) => !expected.some((pattern) => pattern.test(text))),
        'errors in the console',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
