import { expect, test } from 'vitest';
import { measure, percentile } from './measure';

test('the share that a time is not exceeded by', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile([7.26], 0.95), percentile([], 0.5)]).toEqual([50, 95, 7.3, 0]);
});

test('every round is prepared and asked, none twice, and a failure is not swallowed', async () => {
  const prepared: number[] = [];
  const asked: number[] = [];
  const question = { name: 'q', prepare: async (round: number) => void prepared.push(round), ask: async (round: number) => void asked.push(round) };
  expect(await measure(question, { clients: 2 })).toMatchObject({ name: 'q' });
  expect(asked.toSorted((a, b) => a - b)).toEqual(asked.map((_, i) => i));
  expect(prepared).toHaveLength(asked.length);
  await expect(measure({ name: 'bad', ask: () => Promise.reject(new Error('wrong answer')) })).rejects.toThrow('wrong answer');
});
