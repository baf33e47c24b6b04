import type { ListNews } from '@/domain/list-news';
import { exactNumber } from '../ui/exact-number';

/** What became of a list, in words, less what this person did; undefined while there is nothing to say. */
export function newsInWords(news: ListNews | null | undefined, isOwn: (id: string) => boolean): { text: string; detail: string } | undefined {
  if (news === undefined) return undefined;
  if (news === null) return { text: 'The list may have changed', detail: 'The server no longer knows how the list was when it was read' };
  const { added, gone } = news;
  const edited = news.changed - (news.changedIds?.filter(isOwn).length ?? 0);
  const changed = edited + gone;
  const text = [added > 0 && `${exactNumber(added)} new`, changed > 0 && `${exactNumber(changed)} changed`].filter((part) => part !== false).join(', ');
  if (text === '') return undefined;
  const details = [`${exactNumber(added)} more match the query`, `${exactNumber(gone)} match it no more`, `${exactNumber(edited)} others are not as they were`];
  return { text, detail: `Since the list was read: ${details.join(', ')}` };
}
