import { expect, test } from 'vitest';
import type { ColumnName } from './columns';
import { type ExportFormat, exportWriter } from './export-formats';
import type { Resource } from './resource';

const RESOURCE: Resource = {
  id: '0198c0de-0000-7000-8000-000000000001', kind: 'host', name: 'web "1", eu', displayName: null, group: '=1+1', parentId: null, parentName: null, parentKind: null,
  childCount: 3, status: 'Online', lastSeen: '2026-01-01T00:00:00.000Z', firstSeen: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z', location: null, environment: null, owner: null, platform: null, runtime: null, version: null, os: null, arch: null,
  ipAddress: '10.0.0.1', resourceType: null, cluster: null, namespace: null, labels: { region: 'eu' }, tags: { team: 'core', drain: '' }, annotations: { note: 'a' },
  revision: 1, retiredAt: null,
};

function written(format: ExportFormat, resources: Resource[], columns?: ColumnName[]): string {
  const { head, row, foot } = exportWriter(format, columns);
  return head + resources.map((resource, place) => row(resource, place === 0)).join('') + foot;
}

test('CSV: quotes where they are needed, nothing that a spreadsheet would compute, and a missing tag apart from one without a value', () => {
  const columns: ColumnName[] = ['name', 'group', 'children', 'owner', 'tag:drain', 'tag:nothing', 'label:region', 'tags'];
  expect(written('csv', [RESOURCE], columns)).toBe(
    'name,group,children,owner,tag:drain,tag:nothing,label:region,tags\r\n' + `"web ""1"", eu",'=1+1,3,,"",,eu,drain; team=core\r\n`,
  );
});

test('CSV without columns has every field and the tags', () => {
  const [head = '', row = ''] = written('csv', [RESOURCE]).split('\r\n');
  expect(head).toMatch(/^name,display_name,id,kind,status,.*,parent,tags$/);
  expect(row).toMatch(/,drain; team=core$/);
});

test('JSON and NDJSON are whole resources, or the columns by their names in JSON', () => {
  expect(JSON.parse(written('json', [RESOURCE, RESOURCE]))).toEqual([RESOURCE, RESOURCE]);
  expect(JSON.parse(written('json', []))).toEqual([]);
  expect(written('ndjson', [RESOURCE, RESOURCE]).split('\n')).toEqual([JSON.stringify(RESOURCE), JSON.stringify(RESOURCE), '']);
  expect(JSON.parse(written('ndjson', [RESOURCE], ['name', 'last_seen', 'tag:team', 'tag:nothing', 'tags']))).toEqual({
    name: RESOURCE.name, lastSeen: RESOURCE.lastSeen, 'tag:team': 'core', 'tag:nothing': null, tags: RESOURCE.tags,
  });
});
