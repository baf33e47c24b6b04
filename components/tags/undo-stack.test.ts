import { expect, it } from 'vitest';
import { undoStack } from './undo-stack';

/** A stack of values, and a page that shows the last one written. */
function page() {
  const stack = undoStack<{ value: string; back: string }>();
  let shown = 'a';
  const write = (value: string) => {
    stack.record(Promise.resolve({ value: shown, back: value }));
    shown = value;
  };
  const run = async ({ value, back }: { value: string; back: string }) => {
    shown = value;
    return { value: back, back: value };
  };
  return { stack, write, run, shown: () => shown };
}

it('takes back the last step first and does it again in the same order', async () => {
  const { stack, write, run, shown } = page();
  expect(stack.isEmpty()).toBe(true);
  write('b');
  write('c');
  expect(await stack.undo(run)).toBe(true);
  expect(shown()).toBe('b');
  expect(await stack.undo(run)).toBe(true);
  expect(shown()).toBe('a');
  expect(await stack.undo(run)).toBe(false);
  await stack.redo(run);
  expect(shown()).toBe('b');
  await stack.redo(run);
  expect(shown()).toBe('c');
  expect(await stack.redo(run)).toBe(false);
});

it('forgets what was taken back once something else is done', async () => {
  const { stack, write, run, shown } = page();
  write('b');
  await stack.undo(run);
  write('z');
  expect(await stack.redo(run)).toBe(false);
  expect(shown()).toBe('z');
});

it('waits for an edit that is under way, and passes over one that came to nothing', async () => {
  const { stack, write, run, shown } = page();
  write('b');
  stack.record(Promise.resolve(undefined));
  let answer = (_: { value: string; back: string }) => {};
  stack.record(new Promise((resolve) => (answer = resolve)));
  const undoing = stack.undo(run);
  answer({ value: 'before the slow one', back: 'slow' });
  expect(await undoing).toBe(true);
  expect(shown()).toBe('before the slow one');
  expect(await stack.undo(run)).toBe(true);
  expect(shown()).toBe('a');
});

it('keeps a step that could not be taken back', async () => {
  const { stack, write, run, shown } = page();
  write('b');
  await expect(stack.undo(() => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(await stack.undo(run)).toBe(true);
  expect(shown()).toBe('a');
});

it('takes turns, however quickly it is asked', async () => {
  const { stack, write, run, shown } = page();
  for (const value of ['b', 'c', 'd']) write(value);
  expect(await Promise.all([stack.undo(run), stack.undo(run), stack.undo(run), stack.undo(run)])).toEqual([true, true, true, false]);
  expect(shown()).toBe('a');
});
