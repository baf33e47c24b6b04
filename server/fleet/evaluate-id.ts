import { fold } from '@/domain/fold';
import type { TextMatch } from '@/domain/selector/tree';
import { wildcardMatcher } from '@/domain/selector/wildcard';
import { type Bits, emptyBits, setBit, slotsOf } from './bits';
import type { FleetIndex } from './fleet-index';
import { scanSlots } from './scan-slots';

/** `id:`: one of these ids, or an id that fits a pattern. */
export function evaluateId(index: FleetIndex, matches: readonly TextMatch[]): Bits {
  const found = emptyBits(index.capacity);
  for (const match of matches) {
    if (match.type === 'pattern') addIdsLike(index, found, fold(match.pattern));
    else {
      const slot = index.ids.slotOf(match.text);
      if (slot >= 0) setBit(found, slot);
    }
  }
  return found;
}

/** `under:`: at any depth below. */
export const evaluateUnder = (index: FleetIndex, ids: readonly string[]): Bits =>
  index.hierarchy.below(slotsOfIds(index, ids), index.capacity);

/** `parent:`: directly below. */
export const parentIsAny = (index: FleetIndex, ids: readonly string[]): Bits =>
  index.hierarchy.childrenOfAny(slotsOfIds(index, ids), index.capacity);

export const hasParent = (index: FleetIndex): Bits => scanSlots(index, index.hierarchy.parents, (parent) => parent >= 0);

export function slotsOfIds(index: FleetIndex, ids: readonly string[]): Bits {
  return evaluateId(index, ids.map((text) => ({ type: 'text', text })));
}

/** Adds the ids that fit a folded pattern. What stands before its first star is compared as words; the rest only where that fits. */
export function addIdsLike(index: FleetIndex, found: Bits, pattern: string): void {
  const [head = ''] = pattern.split('*');
  const test = pattern === `${head}*` ? undefined : wildcardMatcher(pattern);
  const bounds = wordsWithPrefix(head);
  if (bounds === undefined) return;
  const { words } = index.ids;
  for (const slot of slotsOf(index.all)) {
    const fits = bounds.every(({ mask, bits }, i) => (((words[slot * 4 + i] ?? 0) & mask) >>> 0) === bits);
    if (fits && (test === undefined || test(index.ids.text(slot)))) setBit(found, slot);
  }
}

interface WordPrefix {
  mask: number;
  bits: number;
}

/** Which bits of which words an id has that begins with this text; undefined when no id does. */
function wordsWithPrefix(text: string): WordPrefix[] | undefined {
  if (text.length > 36) return undefined;
  const template = '00000000-0000-0000-0000-000000000000';
  for (let i = 0; i < text.length; i++) {
    if ((template[i] === '-') !== (text[i] === '-')) return undefined;
  }
  const digits = text.replaceAll('-', '');
  if (!/^[0-9a-f]*$/.test(digits)) return undefined;
  const words: WordPrefix[] = [];
  for (let from = 0; from < digits.length; from += 8) {
    const part = digits.slice(from, from + 8);
    const shift = 32 - part.length * 4;
    words.push({ mask: (0xffff_ffff << shift) >>> 0, bits: (parseInt(part, 16) << shift) >>> 0 });
  }
  return words;
}
