import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { sameFieldLink, sameKeyLink } from './query-links';

const queryOf = (link: string) => new URL(link, 'http://registry').searchParams.get('q') ?? '';

it('filters by a label as it would be typed', () => {
  expect(queryOf(sameKeyLink('label', 'host.name', 'fra-web-014'))).toBe('label:host.name=fra-web-014');
  expect(queryOf(sameKeyLink('label', 'os.description', 'Debian GNU/Linux 12 "bookworm" *'))).toBe('label:os.description="Debian GNU/Linux 12 \\"bookworm\\" *"');
  expect(queryOf(sameFieldLink('group', 'night shift'))).toBe('group:"night shift"');
});

// What is stored has no NUL.
const stored = (minLength: number) => fc.string({ minLength, unit: 'binary' }).filter((text) => !text.includes('\0'));

it('means this very label, whatever stands in it', () => {
  fc.assert(
    fc.property(stored(1), stored(0), (key, value) => {
      const read = parseSelector(queryOf(sameKeyLink('label', key, value)));
      expect(read).toMatchObject({ type: 'key', space: 'label', key: { text: key }, comparison: { op: '=', values: [{ text: value }] } });
    }),
    { seed: 7, numRuns: 500 },
  );
});
