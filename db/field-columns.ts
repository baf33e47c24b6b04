import type { FieldName } from '@/domain/fields';
import type { Resources, ResourceSummary } from './schema';

interface FieldColumns {
  /** In the view that rows are read from. */
  summary: keyof ResourceSummary;
  /** In the table; null for what is counted. */
  stored: keyof Resources | null;
  /** The folded twin that text is compared and ordered by. */
  fold: keyof Resources | null;
}

/** Where each field is stored: ORDER BY and WHERE read the table (`resources`), the select list reads the view. */
export const FIELD_COLUMNS = {
  name: { summary: 'name', stored: 'name', fold: 'name_fold' },
  display_name: { summary: 'display_name', stored: 'display_name', fold: 'display_name_fold' },
  id: { summary: 'id', stored: 'id', fold: null },
  kind: { summary: 'kind', stored: 'kind', fold: null },
  status: { summary: 'status', stored: 'status', fold: null },
  group: { summary: 'group_name', stored: 'group_name', fold: 'group_fold' },
  environment: { summary: 'environment', stored: 'environment', fold: 'environment_fold' },
  owner: { summary: 'owner', stored: 'owner', fold: 'owner_fold' },
  platform: { summary: 'platform', stored: 'platform', fold: 'platform_fold' },
  runtime: { summary: 'runtime', stored: 'runtime', fold: 'runtime_fold' },
  version: { summary: 'version', stored: 'version', fold: 'version_fold' },
  os: { summary: 'os', stored: 'os', fold: 'os_fold' },
  arch: { summary: 'arch', stored: 'arch', fold: 'arch_fold' },
  ip: { summary: 'ip_address', stored: 'ip_address', fold: null },
  type: { summary: 'resource_type', stored: 'resource_type', fold: 'resource_type_fold' },
  cluster: { summary: 'cluster', stored: 'cluster', fold: 'cluster_fold' },
  namespace: { summary: 'namespace', stored: 'namespace', fold: 'namespace_fold' },
  location: { summary: 'location', stored: 'location', fold: 'location_fold' },
  first_seen: { summary: 'first_seen', stored: 'first_seen', fold: null },
  last_seen: { summary: 'last_seen', stored: 'last_seen', fold: null },
  created: { summary: 'created_at', stored: 'created_at', fold: null },
  updated: { summary: 'updated_at', stored: 'updated_at', fold: null },
  children: { summary: 'child_count', stored: null, fold: null },
  parent: { summary: 'parent_id', stored: 'parent_id', fold: null },
} as const satisfies Record<FieldName, FieldColumns>;
