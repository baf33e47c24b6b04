import { expect, test } from 'vitest';
import { problemsOf } from './check-docs.mjs';

test('paths, links and commands that are not there are named', () => {
  const text = 'See `db/no-such-file.ts`, [this](docs/none.md#part), and run `npm run nothing`.';
  expect(problemsOf('README.md', text, ['check'])).toEqual(['README.md: db/no-such-file.ts does not exist', 'README.md: docs/none.md does not exist', 'README.md: there is no npm run nothing']);
});

test('what exists, placeholders, addresses and other words are left alone', () => {
  const text = 'See `scripts/check-docs.mjs`, `scripts/check-docs.mjs:12`, `scripts/`, `db/<family>/*.ts`, `a/b`, [here](../package.json), [there](https://example.com/x), [up](#top); `npm run check`, `npm test`.';
  expect(problemsOf('docs/some.md', text, ['check'])).toEqual([]);
});
