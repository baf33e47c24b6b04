import type { Db } from '@/db/client';
import type { Rollup } from '@/db/resources/rollup';
import type { AddressQuery } from '@/db/resources/suggest-addresses';
import type { NamedResource, NamesQuery } from '@/db/resources/suggest-names';
import type { FacetCounts, FacetValue } from '@/domain/facet-counts';
import type { ListNews } from '@/domain/list-news';
import type { ResolvedItem } from '@/domain/selector/resolved-items';
import type { Selector } from '@/domain/selector/tree';
import type { Sort } from '@/domain/sort';
import type { TagCounts } from '@/domain/tag-counts';
import type { CountedTime, TimeCounts } from '@/domain/time-counts';
import { addressesFrom } from './addresses-from';
import { answerAnnotations, bitsOfAnswers } from './answer-annotations';
import { countBits, hasBit, slotsOf } from './bits';
import { countFacets, type FacetQuery, isCounted } from './count-facets';
import { countTags } from './count-tags';
import { countTimes } from './count-times';
import { evaluate } from './evaluate';
import type { EvaluateContext } from './evaluate-context';
import type { FleetIndex } from './fleet-index';
import { pageFrom, type PageStart, positionOf, rankIn, windowOf } from './list-window';
import { namesFrom } from './names-from';
import { resolveFrom } from './resolve-from';
import { rollUp } from './roll-up';
import { searchAhead } from './search-ahead';
import type { SortPosition } from './sort-level';
import { suggestFrom, type SuggestQuery } from './suggest-from';
import { tellNews, toldNews } from './tell-news';

interface Query {
  selector: Selector;
  now: Date;
}

export interface ListQuery extends Query {
  sort: Sort;
  limit: number;
  /** The page right after this row, or right before it; absent: the first page. */
  from?: PageStart;
  /** The list is marked, so that it can be asked what became of it. */
  marked?: boolean;
}

export interface ListedIds {
  ids: string[];
  total: number;
  first: SortPosition | null;
  last: SortPosition | null;
  /** Whether there are more rows on the side to which this page was read. */
  more: boolean;
  mark?: string;
}

/**
 * The questions that the index answers to one caller, each as of the moment it is asked. Every answer is undefined while SQL has to give
 * it: before the index is loaded and after it broke.
 */
export class FleetAnswers {
  /** Who answered this caller so far; SQL when it had to help out once. */
  answeredBy: 'index' | 'sql' | undefined;

  constructor(
    private readonly db: Db,
    private readonly fresh: () => Promise<FleetIndex | undefined>,
    /** The index as far as it is, also halfway through a catch-up. */
    private readonly asItStands: () => FleetIndex | undefined = () => undefined,
  ) {}

  count({ selector, now }: Query): Promise<number | undefined> {
    return this.ask([selector], now, (context) => countBits(evaluate(context, selector)));
  }

  /** The ids of all that the query picks, in no order: 16 bytes each, end to end. */
  ids({ selector, now }: Query): Promise<Buffer | undefined> {
    return this.ask([selector], now, (context) => context.index.ids.bytesOf(slotsOf(evaluate(context, selector))));
  }

  /** How many resources each of the queries picks. */
  counts(selectors: readonly Selector[], now: Date): Promise<number[] | undefined> {
    return this.ask(selectors, now, (context) => selectors.map((selector) => countBits(evaluate(context, selector))));
  }

  list({ selector, sort, limit, now, from, marked }: ListQuery): Promise<ListedIds | undefined> {
    return this.ask([selector], now, (context) => {
      const { index } = context;
      const bits = evaluate(context, selector);
      const total = countBits(bits);
      if (from !== undefined) {
        const { slots, more } = pageFrom(index, bits, sort, from, limit);
        return { ...listed(index, sort, slots), total, more };
      }
      const mark = marked ? { mark: index.marks.keep(selector, bits, index.version) } : {};
      return { ...listed(index, sort, windowOf(index, bits, sort, 0, limit)), total, more: limit < total, ...mark };
    });
  }

  /** Rows by rank, so that a scrollbar can be dragged anywhere. */
  window({ selector, sort, start, count, now }: Query & { sort: Sort; start: number; count: number }): Promise<ListedIds | undefined> {
    return this.ask([selector], now, (context) => {
      const bits = evaluate(context, selector);
      const total = countBits(bits);
      const end = start + count;
      return { ...listed(context.index, sort, windowOf(context.index, bits, sort, start, end)), total, more: end < total };
    });
  }

  /** The rank of a resource in the list; null when it is not in it. */
  rank({ selector, sort, id, now }: Query & { sort: Sort; id: string }): Promise<number | null | undefined> {
    return this.ask([selector], now, (context) => {
      const bits = evaluate(context, selector);
      const slot = context.index.ids.slotOf(id);
      return slot >= 0 && hasBit(bits, slot) ? rankIn(context.index, bits, sort, slot) : null;
    });
  }

  /** What became of a list that was marked; null when the mark is not known here. Nothing is asked while nothing has changed. */
  async news(name: string): Promise<ListNews | null | undefined> {
    const standing = this.asItStands();
    if (standing === undefined) return undefined;
    const mark = standing.marks.find(name);
    if (mark === undefined) return null;
    const now = new Date();
    const told = toldNews(mark, standing, now.getTime());
    if (told !== undefined) return told;
    return this.ask([mark.selector], now, (context) => {
      // The index may have been loaded anew meanwhile.
      return context.index.marks.find(name) === mark ? tellNews(context, mark) : null;
    });
  }

  facets(query: FacetQuery & Query): Promise<{ total: number; facets: FacetCounts[] } | undefined> {
    if (!query.facets.every(({ facet }) => isCounted(facet))) return this.leaveToSql();
    return this.ask([query.selector], query.now, (context) => countFacets(context, query));
  }

  times({ selector, field, now }: Query & { field: CountedTime }): Promise<TimeCounts | undefined> {
    return this.ask([selector], now, (context) => countTimes(context.index, evaluate(context, selector), field));
  }

  /** Which tags the resources that the query picks have. */
  tags({ selector, now, valuesPerKey }: Query & { valuesPerKey: number }): Promise<TagCounts | undefined> {
    return this.ask([selector], now, (context) => countTags(context.index, evaluate(context, selector), valuesPerKey));
  }

  /** Keys or values that begin with the prefix, in the order of their text. */
  suggest({ space, key, prefix, limit }: SuggestQuery): Promise<FacetValue[] | undefined> {
    return this.ask([], new Date(), ({ index }) => suggestFrom(index, { space, key, prefix, limit }));
  }

  /** Resources of the query whose name begins with the prefix, in order of their names. */
  names({ selector, now, ...query }: NamesQuery): Promise<NamedResource[] | undefined> {
    return this.ask([selector], now, (context) => namesFrom(context, { selector, ...query }));
  }

  /** Addresses of the query's resources that begin with the prefix, the most frequent first. */
  addresses({ selector, now, ...query }: AddressQuery): Promise<FacetValue[] | undefined> {
    return this.ask([selector], now, (context) => addressesFrom(context, { selector, ...query }));
  }

  /** What each name, address or id stands for. */
  resolve(items: readonly string[]): Promise<ResolvedItem[] | undefined> {
    return this.ask([], new Date(), ({ index }) => resolveFrom(index, items));
  }

  /** Counts of everything in service below a resource; null when there is no such resource. */
  rollup(id: string): Promise<Rollup | null | undefined> {
    return this.ask([], new Date(), ({ index }) => rollUp(index, id));
  }

  /**
   * Which of these ids, in their usual spelling, have a row. Only an id that the index does not have is worth a catch-up: a sender of heartbeats
   * names thousands that it has. One that is being deleted may still be among them.
   */
  async known(ids: readonly string[]): Promise<Set<string> | undefined> {
    const have = (index: FleetIndex) => new Set(ids.filter((id) => index.ids.slotOf(id) >= 0));
    const index = this.asItStands();
    const found = index && have(index);
    return found?.size === ids.length ? found : this.ask([], new Date(), (context) => have(context.index));
  }

  private leaveToSql(): Promise<undefined> {
    this.answeredBy = 'sql';
    return Promise.resolve(undefined);
  }

  private async ask<Answer>(selectors: readonly Selector[], now: Date, answer: (context: EvaluateContext) => Answer): Promise<Answer | undefined> {
    const ids = await answerAnnotations(this.db, selectors, now);
    const standing = this.asItStands();
    if (standing !== undefined) await searchAhead(standing, selectors);
    const index = await this.fresh();
    this.answeredBy = index === undefined || this.answeredBy === 'sql' ? 'sql' : 'index';
    // No await from here on: the index stands still while it is asked.
    return index && answer({ index, now, answered: bitsOfAnswers(index, ids) });
  }
}

function listed(index: FleetIndex, sort: Sort, slots: readonly number[]): Pick<ListedIds, 'ids' | 'first' | 'last'> {
  const [first, last] = [slots[0], slots.at(-1)];
  return {
    ids: slots.map((slot) => index.ids.text(slot)),
    first: first === undefined ? null : positionOf(index, sort, first),
    last: last === undefined ? null : positionOf(index, sort, last),
  };
}
