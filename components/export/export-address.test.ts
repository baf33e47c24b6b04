import { expect, test } from 'vitest';
import { parseSelector } from '@/domain/selector/parse-selector';
import { exportAddress } from './export-address';

test('the address says what the list shows, and nothing that is not asked for', () => {
  const list = { selector: parseSelector('tag:env=prod  kind:host'), sort: '-last_seen', columns: ['name', 'tag:team'] as const };
  expect(exportAddress(list, 'csv', true)).toBe('/api/v1/export?format=csv&q=tag%3Aenv%3Dprod+kind%3Ahost&sort=-last_seen&columns=name%2Ctag%3Ateam');
  expect(exportAddress({ ...list, selector: parseSelector(''), sort: '' }, 'ndjson', false)).toBe('/api/v1/export?format=ndjson');
});
