import { quote, readMatch, spellValue } from './spelling';

/** The values that a simple regular expression (`a|b`, `web.*`) or a LIKE pattern (`%web%`) means, as they are written here. */
export function spellRegex(regex: string): string | undefined {
  const values = regex.replace(/^\(\??:?(.*)\)$/, '$1').split('|').map((each) => each.replace(/^\^|\$$/g, '').replace(/\.[*+]/g, '*').replace(/\\([.-])/g, '$1'));
  if (values.some((value) => value === '' || /[\\^$[\]{}()?+\s"=<>,!]/.test(value))) return undefined;
  return spellSet(values);
}

/** One value, or several as a set; a star stands for any text. */
export function spellSet(values: readonly string[]): string {
  const spelled = values.map(spellPattern);
  return spelled.length === 1 ? spelled.join('') : `(${spelled.join(', ')})`;
}

/** The same for a regular expression that is looked for anywhere in a text: what cannot be said here is any text. */
export function spellRegexLoosely(regex: string): string {
  const inner = regex.replace(/^\^|\$$/g, '').replace(/\\([^\w\s])/g, '$1').replace(/\[[^\]]*\]|\\\w|\.(?=[*+?{])|[()|?+\\]|\{[^}]*\}/g, '*');
  return spellPattern(`${regex.startsWith('^') ? '' : '*'}${inner}${regex.endsWith('$') ? '' : '*'}`.replace(/\*+/g, '*'));
}

/** `%x%` of SQL, with stars. */
export const spellLike = (text: string): string => spellPattern(text.replace(/%/g, '*'));

/** A text with stars; in quotes, where no star has a meaning, without those at its ends. */
export const spellPattern = (text: string): string =>
  /[\s,()"=<>!\\]|\.\./.test(text) ? quote(text.replace(/^\*|\*$/g, '')) : spellValue(readMatch(text));
