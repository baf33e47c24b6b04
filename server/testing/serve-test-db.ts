import { afterAll } from 'vitest';
import { type TestDb, testDb } from '@/db/testing/test-db';

/** A test's private database as the one that the server's own functions use. Call it once, at the top of the file. */
export function serveTestDb(): TestDb {
  const test = testDb();
  globalThis.gosightDatabase = test.db;
  afterAll(() => {
    globalThis.gosightDatabase = undefined;
  });
  return test;
}

interface TestRequest {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
}

/** A request as a local client sends it. */
export function localRequest(path: string, { method, headers = {}, json }: TestRequest = {}): Request {
  const url = `http://localhost:3000${path}`;
  const asked = { host: 'localhost:3000', ...headers };
  if (json === undefined) return new Request(url, { method: method ?? 'GET', headers: asked });
  return new Request(url, { method: method ?? 'POST', headers: { 'content-type': 'application/json', ...asked }, body: JSON.stringify(json) });
}

/** What Next gives a route beside the request. */
export const routeParams = <Params>(params: Params): { params: Promise<Params> } => ({ params: Promise.resolve(params) });
