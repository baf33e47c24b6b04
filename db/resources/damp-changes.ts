import { sql } from 'kysely';
import type { WriteTx } from '../write-tx';
import { type ResourceDraft, changesOf } from './resource-draft';

const QUIET_MINUTES = 10;
const ALWAYS_FOLLOWED = new Set(['status', 'retired', 'annotation:seen_in_environments']);

/**
 * Two senders that describe one resource differently would rewrite it with every report. A value that was replaced within
 * the last minutes does not come back before they are over: the row changes a few times an hour, not all the time.
 */
export async function dampChanges(tx: WriteTx, drafts: ResourceDraft[]): Promise<void> {
  const changed = drafts.filter((draft) => !draft.isNew && changesOf(draft).some((change) => !ALWAYS_FOLLOWED.has(change.field)));
  if (changed.length === 0) return;
  const { rows } = await sql<{ resource_id: string; field: string; old_value: string }>`
    SELECT DISTINCT resource_id, field, old_value FROM resource_history
    WHERE resource_id = ANY(${changed.map((draft) => draft.id)}::uuid[]) AND at > now() - make_interval(mins => ${QUIET_MINUTES})
      AND actor_type = 'source' AND old_value IS NOT NULL`.execute(tx); // uses resource_history_resource
  const replaced = new Set(rows.map((row) => JSON.stringify([row.resource_id, row.field, row.old_value])));
  for (const draft of changed) {
    for (const { resourceId, field, oldValue, newValue } of changesOf(draft)) {
      if (oldValue === null || ALWAYS_FOLLOWED.has(field)) continue;
      if (replaced.has(JSON.stringify([resourceId, field, newValue]))) draft.now.set(field, oldValue);
    }
  }
}
