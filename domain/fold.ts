/**
 * The form in which text is compared: what differs only by case or by Unicode composition is equal.
 * Its result is stored beside every text that SQL compares, since SQL's own lower() depends on the locale.
 */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/**
 * Order by code point, as PostgreSQL's collation "C" orders UTF-8. JavaScript's `<` compares UTF-16 units,
 * which puts U+10000 and above before U+E000.
 */
export function compareByCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return liftSurrogate(x) - liftSurrogate(y);
  }
  return a.length - b.length;
}

/** Puts surrogates (D800-DFFF) above the rest of the plane, where the code points they stand for belong. */
const liftSurrogate = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
