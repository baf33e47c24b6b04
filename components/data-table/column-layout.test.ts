import { expect, it } from 'vitest';
import { columnLayout } from './column-layout';

const NAME = { id: 'name', leastWidth: 180, grows: 1 };
const KIND = { id: 'kind', leastWidth: 76 };
const TAGS = { id: 'tags', leastWidth: 200, grows: 0.5 };

it('gives what is left over to the columns that grow, and to none whose width somebody set', () => {
  expect(columnLayout([NAME, KIND, TAGS], { tags: 320 }, 0)).toEqual({
    '--columns-all': 'minmax(180px, 1fr) 76px 320px',
    '--columns-fewer': 'minmax(180px, 1fr) 76px 320px',
    '--width-all': 'calc(16px + var(--lead, 0px) + 180px + 76px + 320px + 16px)',
    '--width-fewer': 'calc(16px + var(--lead, 0px) + 180px + 76px + 320px + 16px)',
    '--width-pinned': 'calc(16px + var(--lead, 0px))',
  });
});

it('puts each column that stays at the left beside the one before, whose width is known', () => {
  expect(columnLayout([NAME, KIND, TAGS], {}, 2)).toMatchObject({
    '--columns-all': 'min(180px, 50vw) min(76px, 50vw) minmax(200px, 0.5fr)',
    '--width-pinned': 'calc(16px + var(--lead, 0px) + min(180px, 50vw) + min(76px, 50vw))',
    '--left-0': 'var(--lead, 0px)',
    '--left-1': 'calc(16px + var(--lead, 0px) + min(180px, 50vw))',
  });
  expect(columnLayout([NAME, KIND], {}, 1)['--columns-all']).toBe('minmax(min(180px, 50vw), 1fr) 76px');
});

it('leaves a column out of the narrower tracks', () => {
  const layout = columnLayout([NAME, { ...KIND, leaves: true }, TAGS], {}, 0);
  expect(layout['--columns-fewer']).toBe('minmax(180px, 1fr) minmax(200px, 0.5fr)');
  expect(layout['--width-fewer']).toBe('calc(16px + var(--lead, 0px) + 180px + 200px + 16px)');
});
