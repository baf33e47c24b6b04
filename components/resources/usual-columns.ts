import type { ColumnName } from '@/domain/columns';
import { isKind, type Kind } from '@/domain/kinds';
import { facetState } from '@/domain/selector/facet-terms';
import type { Selector } from '@/domain/selector/tree';

export interface UsualColumns {
  columns: readonly ColumnName[];
  /** The one that goes where there is not room for all. */
  leaves: ColumnName;
}

const OF_ALL: UsualColumns = { columns: ['name', 'kind', 'status', 'group', 'parent', 'tags', 'owner', 'last_seen'], leaves: 'owner' };

/** Name, status, tags and last seen are on a phone too. */
const OF_KIND = {
  agent: { columns: ['name', 'status', 'version', 'os', 'arch', 'ip', 'tags', 'last_seen'], leaves: 'os' },
  host: { columns: ['name', 'status', 'os', 'arch', 'ip', 'platform', 'tags', 'last_seen'], leaves: 'platform' },
  container: { columns: ['name', 'status', 'cluster', 'namespace', 'runtime', 'parent', 'tags', 'last_seen'], leaves: 'parent' },
  app: { columns: ['name', 'status', 'version', 'runtime', 'environment', 'parent', 'tags', 'last_seen'], leaves: 'environment' },
  device: { columns: ['name', 'status', 'type', 'location', 'ip', 'tags', 'owner', 'last_seen'], leaves: 'location' },
  syslog: { columns: ['name', 'status', 'group', 'location', 'ip', 'tags', 'owner', 'last_seen'], leaves: 'location' },
  otel: { columns: ['name', 'status', 'group', 'version', 'runtime', 'environment', 'tags', 'last_seen'], leaves: 'group' },
} as const satisfies Record<Kind, UsualColumns>;

/** What is shown while nobody chose: where the query asks for one kind, what tells its resources apart. */
export function usualColumns(selector: Selector): UsualColumns {
  const { included, custom } = facetState(selector, 'kind');
  const [kind] = included;
  return included.length === 1 && !custom && typeof kind === 'string' && isKind(kind) ? OF_KIND[kind] : OF_ALL;
}
