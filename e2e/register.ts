import { randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { expect } from './fixtures';

interface NewResource {
  kind: string;
  name: string;
  [field: string]: unknown;
}

interface Registered {
  failed: number;
  results: { id: string }[];
}

/** Puts resources in by the door that sources use; answers their ids in order. */
export async function register(request: APIRequestContext, resources: NewResource[]): Promise<string[]> {
  const response = await request.post('/api/v1/resources', { data: { resources } });
  expect(response.status(), await response.text()).toBe(200);
  const { failed, results }: Registered = await response.json();
  expect(failed, JSON.stringify(results)).toBe(0);
  return results.map(({ id }) => id);
}

/** A word that no other test has in its names, so that each counts its own rows only. */
export const ownMark = (): string => `t${randomBytes(5).toString('hex')}`;
