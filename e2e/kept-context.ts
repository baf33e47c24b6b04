import type { Browser, BrowserContext } from '@playwright/test';

/**
 * A context that tests use one after the other: a new one begins with an empty cache, and its first page takes seconds to load. The page that
 * stays open in it keeps the process that has compiled the scripts.
 */
export async function keptContext(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ permissions: [] });
  await (await context.newPage()).goto(new URL('/readyz', baseURL).href);
  return context;
}

/** Leaves nothing of a test in the context but the cache. */
export async function forget(context: BrowserContext): Promise<void> {
  const [, ...pages] = context.pages();
  for (const page of pages) await page.close();
  await context.setOffline(false);
  await context.unrouteAll();
  await context.clearPermissions();
  await context.setStorageState({ cookies: [], origins: [] });
}
