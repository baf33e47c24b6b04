import type { Page } from '@playwright/test';

/** Waits until the page's script has taken over what the server wrote: what is pressed or typed before that is lost. */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      // React keeps its own property on each element that it has taken over.
      const isTaken = (element: Element) => Object.keys(element).some((key) => key.startsWith('__react'));
      return [...document.querySelectorAll('#main, #main :is(button, input, a)')].every(isTaken);
    },
    undefined,
    { timeout: 60_000 },
  );
}
