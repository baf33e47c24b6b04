import { clockTime } from '../resource-signs/spans-of-time';
import { wasOwnEdit } from '../tags/own-revisions';
import { exactNumber } from '../ui/exact-number';
import { openOverlay } from '../ui/overlay';
import { newsInWords } from './news-in-words';
import type { LiveList } from './use-live-rows';

export interface TableFootProps {
  /** The ranks in sight, `end` is not; undefined until there is a screen. */
  range: { start: number; end: number } | undefined;
  total: number;
  /** How many groups the list has; undefined where it is not grouped. */
  groups: number | undefined;
  asOf: string | undefined;
  live: LiveList;
  fetching: boolean;
  /** Why what was asked for last did not come, although there are rows. */
  problem: string | undefined;
  onReadAgain: () => void;
  onRetry: () => void;
}

/** Keys that act on the list, what is seen of it, and how fresh it is. */
export function TableFoot({ range, total, groups, asOf, live, fetching, problem, onReadAgain, onRetry }: TableFootProps) {
  const news = newsInWords(live.news, wasOwnEdit);
  return (
    <footer className="foot" data-problem={problem === undefined ? undefined : ''} data-news={news && ''}>
      {problem === undefined ? (
        <span className="foot-hints">
          <span aria-hidden><kbd>J</kbd><kbd>K</kbd>move</span>
          <span aria-hidden><kbd>Space</kbd>peek</span>
          <span aria-hidden><kbd>Enter</kbd>open</span>
          <span aria-hidden><kbd>X</kbd>select</span>
          <span aria-hidden><kbd>E</kbd>edit tags</span>
          <button type="button" aria-haspopup="dialog" onClick={() => openOverlay('keys')}>
            <kbd aria-hidden>?</kbd>all keys
          </button>
        </span>
      ) : (
        <span className="foot-problem" role="status">
          <span>{problem}</span>
          <button type="button" className="link" onClick={onRetry}>
            Try again
          </button>
        </span>
      )}
      <span className="foot-facts">
        <span className="sr-only" role="status">
          {news && 'The list has moved on.'}
        </span>
        {news && (
          <span className="foot-news" title={news.detail}>
            {news.text}
            <button type="button" className="link" disabled={fetching} onClick={onReadAgain}>
              Show
            </button>
          </span>
        )}
        {groups !== undefined && (
          <span>
            {exactNumber(groups)} {groups === 1 ? 'group' : 'groups'}
          </span>
        )}
        {groups === undefined && range && range.end > 0 && total > 0 && (
          <span>
            Rows {exactNumber(range.start + 1)} to {exactNumber(Math.min(range.end, total))} of {exactNumber(total)}
          </span>
        )}
        {asOf !== undefined && (
          <span>
            {live.isLive && !news ? <Live asOf={asOf} /> : `As of ${clockTime(asOf)}`}{' '}
            <button type="button" className="link" disabled={fetching} onClick={onReadAgain}>
              Read again
            </button>
          </span>
        )}
      </span>
    </footer>
  );
}

function Live({ asOf }: { asOf: string }) {
  return (
    <span className="foot-live" title={`Read at ${clockTime(asOf)}, and nothing has become of it since`}>
      Live
    </span>
  );
}
