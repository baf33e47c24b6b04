import { countBits } from '../bits';
import type { FleetIndex } from '../fleet-index';
import { textQuestion } from '../text-questions';

/** How many slots have the tag right now, without a catch-up. */
export function tagFilter(index: FleetIndex, key: string, value: string): number {
  const column = index.tag.columns.get(key);
  const bits = column?.filter(textQuestion(column.dictionary, [{ type: 'text', text: value }]));
  return bits ? countBits(bits) : 0;
}
