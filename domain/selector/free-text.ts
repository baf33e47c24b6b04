import { fold } from '../fold';
import { SHORTEST_IDENTIFIER_PREFIX } from './identifier-key';
import type { TextMatch } from './tree';
import { escapeLike, likeOfWildcard } from './wildcard';

export interface FreeTextPatterns {
  /** Folded; may match anywhere in a name or a value. */
  anywhere: string;
  /** Folded; must match the beginning of an identifier. Absent for a word that is too short. */
  prefix: string | undefined;
}

/** A word of free text as patterns for LIKE; a star in it stands for any run of characters. */
export function freeTextLike(value: TextMatch): FreeTextPatterns {
  const text = fold(value.type === 'text' ? value.text : value.pattern);
  const like = value.type === 'text' ? escapeLike(text) : likeOfWildcard(text);
  const literals = value.type === 'text' ? text : text.replaceAll('*', '');
  return {
    anywhere: `%${like}%`,
    prefix: [...literals].length >= SHORTEST_IDENTIFIER_PREFIX ? `${like}%` : undefined,
  };
}
