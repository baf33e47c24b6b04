import { sql } from 'kysely';
import type { Kind } from '@/domain/kinds';
import type { WriteTx } from '../write-tx';

const MAX_DEPTH = 64;

/** Who stands above whom, as the database says and as the batch changes it. */
export class ParentPaths {
  private readonly parents = new Map<string, string | null>();
  private readonly kinds = new Map<string, Kind>();

  /** Reads everything above these rows, and their kinds. */
  async load(tx: WriteTx, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await sql<{ id: string; parent_id: string | null; kind: Kind }>`
      WITH RECURSIVE up AS (
        SELECT id, parent_id, kind FROM resources WHERE id = ANY(${ids}::uuid[])
        UNION
        SELECT r.id, r.parent_id, r.kind FROM up JOIN resources r ON r.id = up.parent_id
      ) SELECT id, parent_id, kind FROM up`.execute(tx);
    for (const row of rows) {
      if (!this.parents.has(row.id)) this.parents.set(row.id, row.parent_id);
      this.kinds.set(row.id, row.kind);
    }
  }

  kindOf(id: string): Kind | undefined {
    return this.kinds.get(id);
  }

  add(id: string, kind: Kind): void {
    this.kinds.set(id, kind);
    if (!this.parents.has(id)) this.parents.set(id, null);
  }

  move(id: string, parentId: string): void {
    this.parents.set(id, parentId);
  }

  /** Why this may not stand under that, or undefined. */
  problem(id: string, parentId: string): string | undefined {
    if (id === parentId) return 'a resource cannot be its own parent';
    let above: string | null | undefined = parentId;
    for (let depth = 1; above; depth++) {
      if (above === id) return 'this parent would close a circle: it stands under the resource itself';
      if (depth > MAX_DEPTH) return `more than ${MAX_DEPTH} resources would stand above it`;
      above = this.parents.get(above);
    }
    return undefined;
  }
}
