import type { LiveRow } from '@/domain/live-row';
import { type RowCache, writeLiveRows } from './write-live-rows';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** The server says something every ten seconds. */
const SILENCE_MS = 30_000;
/** What tRPC calls the ends of its streams, and the browser a connection that broke. */
const ENDS = ['return', 'serialized-error', 'error'];

/**
 * Follows these resources until the signal: over one stream, opened anew when it ends, ever later while it fails. Each stream begins with
 * the present values, so that nothing has to be kept while there is none: as long as nobody looks at the page it holds no connection,
 * of which a browser has six for a server.
 */
export function followRows(ids: readonly string[], cache: RowCache, signal: AbortSignal): void {
  const address = `/api/trpc/live.rows?input=${encodeURIComponent(JSON.stringify({ ids }))}`;
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
    if (signal.aborted || document.hidden) return;
    const opened = new EventSource(address);
    for (const end of ENDS) opened.addEventListener(end, openLater);
    for (const sign of ['connected', 'ping']) opened.addEventListener(sign, stayAwake);
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      retryMs = FIRST_RETRY_MS;
      stayAwake();
      const rows: LiveRow[] = JSON.parse(data); // live.rows sends nothing else as a message
      writeLiveRows(cache, rows);
    });
    stream = opened;
    stayAwake();
  }

  function openLater() {
    close();
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
