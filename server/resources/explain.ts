import * as z from 'zod/mini';
import { countEach } from '@/db/resources/count-each';
import { fold } from '@/domain/fold';
import { isFacetField } from '@/domain/fields';
import { explainSelector } from '@/domain/selector/explain-selector';
import type { ExplainedPart, Explanation } from '@/domain/selector/explanation';
import { nearestValue } from '@/domain/selector/near-values';
import { printSelector } from '@/domain/selector/print-selector';
import { relaxationsOf } from '@/domain/selector/relaxations';
import { describeTerm } from '@/domain/selector/terms';
import { replacePart } from '@/domain/selector/selector-parts';
import type { Selector, SelectorNode, Value } from '@/domain/selector/tree';
import type { Context } from '../context';
import { readSelector } from '../read-selector';
import { countFacets } from './count-facets';

export const ExplainInput = z.strictObject({ q: z.optional(z.string()) });

const NEAREST_AMONG = 200;

/** What a query says, and what each of its parts does to the answer. */
export async function explain(context: Context, input: z.infer<typeof ExplainInput>): Promise<Explanation> {
  const selector = await readSelector(context.db, input.q);
  const now = new Date();
  const relaxations = relaxationsOf(selector);
  const weighed = [selector, ...relaxations.flatMap(({ alone, without }) => [alone, without])];
  const [total = 0, ...counts] = await countAll(context, weighed, now);
  const parts = await Promise.all(
    relaxations.map(async ({ part, without }, place): Promise<ExplainedPart> => {
      const alone = counts[place * 2] ?? 0;
      return {
        term: printSelector(part),
        alone,
        without: counts[place * 2 + 1] ?? 0,
        withoutQuery: printSelector(without),
        nearest: alone === 0 ? await nearestOf(context, selector, place, part, now) : null,
      };
    }),
  );
  return { sentence: explainSelector(selector), total, parts, culprit: total > 0 ? null : culpritOf(parts) };
}

const countAll = async ({ db, fleet }: Context, selectors: Selector[], now: Date): Promise<number[]> =>
  (await fleet?.counts(selectors, now)) ?? countEach(db, { selectors, now });

/** Without it something is left, and without any other part nothing is. */
function culpritOf(parts: readonly ExplainedPart[]): number | null {
  const freeing = parts.flatMap(({ without }, place) => (without > 0 ? [place] : []));
  const [only = null] = freeing;
  return freeing.length === 1 ? only : null;
}

async function nearestOf(context: Context, selector: Selector, place: number, part: SelectorNode, now: Date): Promise<ExplainedPart['nearest']> {
  const asked = askedValue(part);
  if (asked === undefined) return null;
  const { facets } = await countFacets(context, { q: '', facets: [asked.facet], limit: NEAREST_AMONG });
  const value = nearestValue(asked.text, facets[0]?.values ?? []);
  if (value === undefined) return null;
  const query = replacePart(selector, place, asked.with(value));
  const [count = 0] = await countAll(context, [query], now);
  return { value, query: printSelector(query), count };
}

interface AskedValue {
  facet: string;
  text: string;
  with: (value: string) => SelectorNode;
}

/** The one value that a part asks a counted field or key for. */
function askedValue(part: SelectorNode): AskedValue | undefined {
  if (part.type === 'field') {
    const text = onlyText(part.values);
    if (part.op !== '=' || text === undefined || !isFacetField(part.field)) return undefined;
    const isEnum = describeTerm(part.field).type === 'enum';
    return { facet: part.field, text, with: (value) => ({ ...part, values: [{ type: 'text', text: isEnum ? fold(value) : value }] }) };
  }
  if (part.type !== 'key' || part.space === 'annotation' || part.key.type !== 'text') return undefined;
  const { key, space, comparison } = part;
  if (comparison === undefined) return { facet: space, text: key.text, with: (value) => ({ ...part, key: { type: 'text', text: value } }) };
  const text = onlyText(comparison.values);
  if (comparison.op !== '=' || text === undefined) return undefined;
  return { facet: `${space}:${fold(key.text)}`, text, with: (value) => ({ ...part, comparison: { op: '=', values: [{ type: 'text', text: value }] } }) };
}

function onlyText(values: readonly Value[]): string | undefined {
  const [value] = values;
  return values.length === 1 && value?.type === 'text' ? value.text : undefined;
}
