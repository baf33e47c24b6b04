import { type ListNews, MAX_NAMED } from '@/domain/list-news';
import { type Bits, countBits, countBoth, grownBits, hasBit } from './bits';
import { evaluate } from './evaluate';
import type { EvaluateContext } from './evaluate-context';
import type { FleetIndex } from './fleet-index';
import type { ListMark } from './list-marks';

/** What a query picks may depend on the time of day alone: so often it is asked although nothing has changed. */
const RETELL_MS = 10_000;

/** What was told of the list, where that still holds. */
export function toldNews({ told }: ListMark, index: FleetIndex, nowMs: number): ListNews | undefined {
  return told?.version === index.version && nowMs - told.atMs < RETELL_MS ? told.news : undefined;
}

/** What became of the list. */
export function tellNews(context: EvaluateContext, mark: ListMark): ListNews {
  const { index, now } = context;
  const news = compare(index, mark, evaluate(context, mark.selector));
  mark.told = { version: index.version, atMs: now.getTime(), news };
  return news;
}

function compare(index: FleetIndex, mark: ListMark, now: Bits): ListNews {
  const members = mark.members.length < now.length ? grownBits(mark.members, index.capacity) : mark.members;
  const both = countBoth(members, now);
  let [added, gone, changed] = [countBits(now) - both, countBits(members) - both, 0];
  const ids: string[] = [];
  const { changedIn, takenIn } = index;
  for (let slot = 0; slot < changedIn.length; slot++) {
    if ((changedIn[slot] ?? 0) <= mark.version || !hasBit(members, slot) || !hasBit(now, slot)) continue;
    if ((takenIn[slot] ?? 0) > mark.version) {
      // Another resource has the place of one that was deleted.
      added++;
      gone++;
    } else if (++changed <= MAX_NAMED) ids.push(index.ids.text(slot));
  }
  return { added, gone, changed, changedIds: changed > MAX_NAMED ? undefined : ids };
}
