import { fold } from './fold';

export const MAX_SLUG_LENGTH = 64;

const SLUG = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|-(?=[\p{L}\p{N}]))*$/u;

/** Letters and digits of any script, in lower case, with single dashes between them: it needs no quotes in a query and no escape in a person's mind. */
export const isSlug = (text: string): boolean => SLUG.test(text) && text.length <= MAX_SLUG_LENGTH && fold(text) === text;

/** The slug that a name gives: `Production web (EU)` is `production-web-eu`. A name without letters or digits gives `view`. */
export function slugOf(name: string): string {
  const words = fold(name.normalize('NFKC')).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return cut(words.join('-'), MAX_SLUG_LENGTH) || 'view';
}

/** The slug of the name, with a number when others have it already. */
export function freeSlugOf(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const numbered = `${cut(slug, MAX_SLUG_LENGTH - 5)}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

/** At most so many UTF-16 units, whole characters, and no dash at the end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const whole = /\p{Surrogate}$/u.test(text.slice(0, length)) ? length - 1 : length;
  return text.slice(0, whole).replace(/-+$/, '');
}
