import type { ListNews } from '@/domain/list-news';
import type { LiveEvent } from '@/domain/live-row';
import { type RowCache, writeLiveRows } from './write-live-rows';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** The server says something every ten seconds. */
const SILENCE_MS = 30_000;
/** What tRPC calls the ends of its streams, and the browser a connection that broke. */
const ENDS = ['return', 'serialized-error', 'error'];

/** The page that follows, as far as it is told anything. */
interface OpenPage {
  cache: RowCache;
  /** Whether there is a stream that works. */
  onOpen: (isOpen: boolean) => void;
  onNews: (news: ListNews | null) => void;
}

/**
 * Follows these resources, and the list of this mark, until the signal: over one stream, opened anew when it ends, ever later while it fails. Each stream begins with
 * the present values, so that nothing has to be kept while there is none: as long as nobody looks at the page it holds no connection,
 * of which a browser has six for a server.
 */
export function followRows(followed: { ids: readonly string[]; mark: string | undefined }, { cache, onOpen, onNews }: OpenPage, signal: AbortSignal): void {
  const address = `/api/trpc/live.rows?input=${encodeURIComponent(JSON.stringify(followed))}`;
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;

  function close() {
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
  }

  function open() {
    close();
    if (signal.aborted) return;
    if (document.hidden) return onOpen(false);
    const opened = new EventSource(address);
    for (const end of ENDS) opened.addEventListener(end, openLater);
    for (const sign of ['connected', 'ping']) opened.addEventListener(sign, stayAwake);
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      retryMs = FIRST_RETRY_MS;
      stayAwake();
      const { rows, news }: LiveEvent = JSON.parse(data); // live.rows sends nothing else as a message
      onOpen(true);
      writeLiveRows(cache, rows);
      if (news !== undefined) onNews(news);
    });
    stream = opened;
    stayAwake();
  }

  function openLater() {
    close();
    onOpen(false);
    // Not all pages at the same moment.
    timer = setTimeout(open, retryMs * (0.5 + Math.random() / 2));
    retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
  }

  function stayAwake() {
    clearTimeout(timer);
    timer = setTimeout(openLater, SILENCE_MS);
  }

  signal.addEventListener('abort', close);
  document.addEventListener('visibilitychange', open, { signal });
  window.addEventListener('online', open, { signal });
  open();
}
