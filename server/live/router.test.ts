import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { insertResources } from '@/db/testing/insert-resources';
import { MAX_LIVE_ROWS } from '@/domain/live-row';
import { uuidV7 } from '@/domain/uuid-v7';
import { createContext } from '../context';
import { appRouter } from '../router';
import { shutDown } from '../shutdown';
import { localRequest, serveTestDb } from '../testing/serve-test-db';
import { testCaller } from '../testing/test-caller';
import { processFeed } from './process-feed';

vi.setConfig({ testTimeout: 60_000 });
const { db } = serveTestDb();
let id = '';

beforeAll(async () => {
  [id = ''] = await insertResources(db, [{ name: 'web', tags: { env: 'dev' } }]);
});

afterAll(() => {
  globalThis.gosightShutdown = undefined;
  globalThis.gosightLiveFeed = undefined;
});

/** The stream of events as a browser reads it. */
async function open(ids: readonly string[]) {
  const req = localRequest(`/api/trpc/live.rows?input=${encodeURIComponent(JSON.stringify({ ids }))}`);
  const response = await fetchRequestHandler({ endpoint: '/api/trpc', req, router: appRouter, createContext });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    type: response.headers.get('content-type'),
    /** All that came, once it has this in it; or once it ended. */
    async readTo(part: string): Promise<string> {
      while (!text.includes(part)) {
        const { done, value } = await reader.read();
        if (done) break;
        text += value;
      }
      return text;
    },
    close: () => reader.cancel(),
  };
}

test('values come as events of one stream, and a page that goes away is forgotten', async () => {
  const page = await open([id.toUpperCase()]);
  expect(page.type).toBe('text/event-stream');
  expect(await page.readTo('"env":"dev"')).toContain('event: connected');
  await testCaller(db).tags.edit({ id, set: { env: 'prod' } });
  expect(await page.readTo('"env":"prod"')).toContain(`"id":"${id}"`);
  expect(processFeed().size).toBe(1);
  await page.close();
  expect(processFeed().size).toBe(0);
});

test('what is no id, and more than a screen shows, is refused with the reason', async () => {
  expect(await (await open(['web'])).readTo('appCode')).toContain('an id is a UUID');
  const many = Array.from({ length: MAX_LIVE_ROWS + 1 }, () => uuidV7());
  expect(await (await open(many)).readTo('appCode')).toContain('bad_request');
  expect(await (await open([])).readTo('appCode')).toContain('bad_request');
  expect(processFeed().size).toBe(0);
});

test('a server on its way out ends the stream', async () => {
  const page = await open([id]);
  await page.readTo('"env"');
  await shutDown();
  expect(await page.readTo('never')).toContain('event: return');
  expect(processFeed().size).toBe(0);
});
