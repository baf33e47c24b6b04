import { sql } from 'kysely';
import type { WriteTx } from '../write-tx';
import { ParentPaths } from './parent-paths';
import type { ReportNode } from './report-nodes';

type Refuse = (node: ReportNode, problem: { path: string; message: string }) => void;

/**
 * Reports that name rows by id: the id of another kind, a parent that is not there, a circle of such ids. Who stands under a
 * refused report is refused as well, unless its parent is in the database already.
 */
export async function refuseBadIds(tx: WriteTx, nodes: ReportNode[], refuse: Refuse): Promise<void> {
  const parentOf = (node: ReportNode) => (node.said.parent !== undefined && 'id' in node.said.parent ? node.said.parent.id : undefined);
  const named = nodes.flatMap((node) => [node.id ?? [], parentOf(node) ?? []].flat());
  if (named.length === 0) return;
  const rows = await tx.selectFrom('resources').select(['id', 'kind']).where('id', '=', sql<string>`ANY(${named}::uuid[])`).execute();
  const stored = new Map(rows.map((row) => [row.id, row.kind]));
  const paths = new ParentPaths();
  await paths.load(tx, rows.map((row) => row.id));

  const made = new Map<string, ReportNode>();
  for (const node of nodes) {
    if (node.id === undefined) continue;
    const kind = stored.get(node.id) ?? made.get(node.id)?.kind;
    if (kind !== undefined && kind !== node.kind) refuse(node, { path: 'kind', message: `the resource with this id is of kind ${kind}` });
    else if (kind === undefined) made.set(node.id, node);
  }
  for (const node of nodes) {
    const parent = parentOf(node);
    if (parent === undefined || node.id === undefined || node.refused) continue;
    const problem = paths.problem(node.id, parent);
    if (problem === undefined) paths.move(node.id, parent);
    else refuse(node, { path: 'parent', message: problem });
  }
  // Each round refuses what stood under the last one's; the chains are short.
  for (let refused = true; refused; ) {
    refused = false;
    for (const node of nodes) {
      const parent = parentOf(node);
      if (parent === undefined || node.refused || stored.has(parent) || made.get(parent)?.refused === undefined && made.has(parent)) continue;
      refuse(node, { path: 'parent', message: `there is no resource with the id ${parent}` });
      refused = true;
    }
  }
}
