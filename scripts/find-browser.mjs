// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const APPLICATIONS = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** What a browser in a test has no use for; root may not have a sandbox. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser that is there: the one named by GOSIGHT_BROWSER, Playwright's own, or one of this machine. Empty for
 * Playwright's own, undefined for none.
 * @param {string} playwrightsOwn where Playwright would look for it
 * @returns {string | undefined}
 */
export function findBrowser(playwrightsOwn) {
  const named = process.env.GOSIGHT_BROWSER;
  if (named) return named;
  if (canRun(playwrightsOwn)) return '';
  return browsersOfThisMachine()[0];
}

/** Chromium and its kin, on the path or where macOS keeps them. */
export function browsersOfThisMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS].filter(canRun);
}

/** @param {string} file */
export function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
