import { fold } from '../fold';
import { LIMITS } from './limits';
import { readAddress } from './network-value';
import { rewriteKubectl } from './rewrite-kubectl';
import { termNamed } from './terms';
import { KEY_SPACES, RELATIONS } from './tree';

export interface PastedList {
  /** Each once, in order, at most as many as a set may have. */
  items: string[];
  /** How many further ones were left out. */
  more: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const BREAKS = /[\r\n\t;|]+/;
/** What JSON, YAML and SQL put around the members of a list. */
const WRAPPING = /^[\s[\](){}"'`<>•*-]+(?=\S)|[\s[\](){}"'`<>,.]+$/g;
const NAMED = /^[-!]?([A-Za-z_]\w*)(?:[:=<>!]|\()/;
const MAX_ITEM_CHARACTERS = 256;

/**
 * Names, addresses or ids that were copied from elsewhere; undefined when the text is rather a query or a sentence.
 * Line breaks, tabs, semicolons, bars and commas separate; mere spaces do where only addresses and ids stand between them.
 */
export function readPastedList(text: string): PastedList | undefined {
  const byBreaks = clean(text.split(BREAKS).flatMap((line) => line.split(',')));
  const words = clean(text.split(/[\s,;|]+/));
  const found = words.length > 1 && words.every(isAddressOrId) ? words : byBreaks;
  if (found.length < 2 || found.some(isNoItem) || rewriteKubectl(text)) return undefined;
  return { items: found.slice(0, LIMITS.setMembers), more: Math.max(0, found.length - LIMITS.setMembers) };
}

function clean(pieces: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const piece of pieces) {
    const item = piece.trim().replace(WRAPPING, '');
    if (item !== '' && !seen.has(fold(item))) seen.set(fold(item), item);
  }
  return [...seen.values()];
}

const isAddressOrId = (item: string): boolean => UUID.test(item) || readAddress(item) !== undefined;

/** A term of the language, or too much to be a name. */
function isNoItem(item: string): boolean {
  if (item.length > MAX_ITEM_CHARACTERS || /[\u0000\p{Surrogate}]/u.test(item)) return true;
  if (isAddressOrId(item)) return false;
  if (/[=<>]/.test(item) || item.split(/\s+/).length > 3) return true;
  const name = NAMED.exec(item)?.[1];
  return name !== undefined && (termNamed(name) !== undefined || [...KEY_SPACES, ...RELATIONS].some((known) => known === name));
}
