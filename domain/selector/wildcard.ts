/**
 * A pattern is text in which `*` stands for any run of characters and everything else for itself.
 * Fold it before matching. A pattern of stars alone means "not empty".
 */
const isOnlyStars = (pattern: string): boolean => /^\*+$/.test(pattern);

/** The pattern for SQL's LIKE with the default escape. */
export function likeOfWildcard(pattern: string): string {
  return isOnlyStars(pattern) ? '_%' : escapeLike(pattern).replace(/\*+/g, '%');
}

/** Text that LIKE takes literally. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** A test for folded text. Takes time in proportion to the text, whatever the pattern. */
export function wildcardMatcher(pattern: string): (folded: string) => boolean {
  if (isOnlyStars(pattern)) return (folded) => folded !== '';
  const [head = '', ...rest] = pattern.split(/\*+/);
  const tail = rest.pop();
  if (tail === undefined) return (folded) => folded === head;
  return (folded) => {
    if (folded.length < head.length + tail.length || !folded.startsWith(head) || !folded.endsWith(tail)) return false;
    const end = folded.length - tail.length;
    let from = head.length;
    for (const piece of rest) {
      const found = folded.indexOf(piece, from);
      if (found < 0 || found + piece.length > end) return false;
      from = found + piece.length;
    }
    return true;
  };
}
