import { expect, it } from 'vitest';
import { withoutColumn } from './without-column';

it('keeps as many columns at the left as are left of them', () => {
  expect(withoutColumn({ columns: ['name', 'status', 'tags'], pinned: 2 }, 'status')).toEqual({ columns: ['name', 'tags'], pinned: 1 });
  expect(withoutColumn({ columns: ['name', 'status', 'tags'], pinned: 2 }, 'tags')).toEqual({ columns: ['name', 'status'], pinned: 2 });
  expect(withoutColumn({ columns: ['name'], pinned: 1 }, 'tags')).toEqual({ columns: ['name'], pinned: 1 });
});
