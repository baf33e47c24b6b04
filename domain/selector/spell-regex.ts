import { readMatch, spellValue } from './spelling';

/** The values that a simple regular expression (`a|b`, `web.*`) or a LIKE pattern (`%web%`) means, as they are written here. */
export function spellRegex(regex: string): string | undefined {
  const values = regex.replace(/^\(\??:?(.*)\)$/, '$1').split('|').map((each) => each.replace(/^\^|\$$/g, '').replace(/\.[*+]/g, '*').replace(/\\([.-])/g, '$1'));
  if (values.some((value) => value === '' || /[\\^$[\]{}()?+\s"=<>,!]/.test(value))) return undefined;
  return spellSet(values);
}

/** One value, or several as a set; a star stands for any text. */
export function spellSet(values: readonly string[]): string {
  const spelled = values.map((value) => spellValue(readMatch(value)));
  return spelled.length === 1 ? spelled.join('') : `(${spelled.join(', ')})`;
}

/** `%x%` of SQL, with stars. */
export const spellLike = (text: string): string => spellSet([text.replace(/%/g, '*')]);
