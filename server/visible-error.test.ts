import { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { LOCAL_PERSON } from '@/domain/actor';
import { caller } from './caller';
import { AppError } from './errors';
import { problem } from './problem';
import { visibleError } from './visible-error';

const secret = 'relation "resources" does not exist at postgres://user:hunter2@db';

test('what nobody foresaw becomes one plain sentence', async () => {
  const response = problem(new Error(secret));
  expect(response.status).toBe(500);
  const body = await response.text();
  expect(body).not.toContain('hunter2');
  expect(JSON.parse(body)).toMatchObject({ title: 'Internal error', status: 500, detail: expect.stringMatching(/^Something went wrong/) });
  expect(visibleError(secret).code).toBe('internal');
});

test('what a caller may see stays as it is, however it is wrapped', () => {
  const error = new AppError('too_large', 'The body is larger than 4 MiB.');
  expect(visibleError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error }))).toBe(error);
});

test('an early refusal of a body ends its connection, an absent database asks to try again', () => {
  expect(problem(new AppError('too_large', 'The body is larger than 4 MiB.')).headers.get('connection')).toBe('close');
  expect(problem(new AppError('unavailable', 'Later.')).headers.get('retry-after')).toBe('2');
});

test('a database that is down is said to be down', async () => {
  const db = connect('postgres://nobody:nothing@127.0.0.1:1/nowhere', { maxConnections: 1 });
  const api = caller({ db, actor: LOCAL_PERSON });
  const sentence = 'The database does not answer. Try again in a moment.';
  await expect(api.resources.list({})).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: sentence });
  await expect(api.tags.edit({ id: '0198c0de-0000-7000-8000-000000000001', set: { a: 'b' } })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  await db.destroy();
});
