import type { FieldName } from '@/domain/fields';
import type { TextField } from '@/domain/resource';

/** What a report calls a field, as the selector and the history call it. */
export const TEXT_FIELD_NAMES = {
  displayName: 'display_name', group: 'group', location: 'location', environment: 'environment', owner: 'owner', platform: 'platform',
  runtime: 'runtime', version: 'version', os: 'os', arch: 'arch', ipAddress: 'ip', resourceType: 'type', cluster: 'cluster', namespace: 'namespace',
} as const satisfies Record<TextField, FieldName>;
