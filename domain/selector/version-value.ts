import { compareByCodePoint, fold } from '../fold';

/** `v1.20.0-rc.1+abc` is parts [1, 20] and suffix `rc.1`. Zeros at the end are left out, since missing parts are 0. */
export interface Version {
  parts: readonly number[];
  suffix: string | null;
}

/** Of folded text, the same in SQL and here: what it does not match is no version. */
export const VERSION_PATTERN = '^v?[0-9]{1,9}(\\.[0-9]{1,9}){0,7}(-[^+]+)?([+].*)?$';

const VERSION = new RegExp(VERSION_PATTERN, 's');

export function readVersion(text: string): Version | undefined {
  const folded = fold(text);
  if (!VERSION.test(folded)) return undefined;
  const release = folded.replace(/^v/, '').replace(/[+].*$/s, '');
  const dash = release.indexOf('-');
  const core = dash < 0 ? release : release.slice(0, dash);
  const parts = core.split('.').map(Number);
  while (parts.at(-1) === 0) parts.pop();
  return { parts, suffix: dash < 0 ? null : release.slice(dash + 1) };
}

/** Negative when a is older. A version with a suffix comes before its release. */
export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.parts.length, b.parts.length); i++) {
    const difference = (a.parts[i] ?? 0) - (b.parts[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.suffix === null || b.suffix === null) return Number(a.suffix === null) - Number(b.suffix === null);
  return compareByCodePoint(a.suffix, b.suffix);
}
