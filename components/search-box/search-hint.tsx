import type { Hint } from '@/domain/selector/hint';
import { hintOn } from '@/domain/selector/hint-on';
import { readQuery } from './read-query';
import { SearchProblem } from './search-problem';

/** What may have been meant by a query that is right, but looks like another language. */
export function SearchHint({ text, onUse }: { text: string; onUse: (hint: Hint) => void }) {
  const { selector } = readQuery(text);
  const hint = selector && hintOn(text, selector);
  return hint && <SearchProblem error={hint} onUse={() => onUse(hint)} />;
}
