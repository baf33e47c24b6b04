import { createHash } from 'node:crypto';
import type { Kind } from '@/domain/kinds';
import type { IdentityKey, ParentReport, ResourceReport } from '@/domain/resource-report';

/** One mention of a resource in a batch: a report, or a parent as its child names it. */
export interface ReportNode {
  kind: Kind;
  keys: IdentityKey[];
  said: ResourceReport | ParentReport;
  /** Its place among the reports; undefined for a parent that is only named. */
  position?: number;
  parent?: ReportNode;
  /** The row it means, once that is known. */
  id?: string;
  refused?: true;
}

/** Parents before their children; a parent object that several children share is one node. */
export function nodesOf(reports: ResourceReport[]): ReportNode[] {
  const nodes: ReportNode[] = [];
  const named = new Map<ParentReport, ReportNode>();
  const nodeOfParent = (parent: ParentReport): ReportNode => {
    const known = named.get(parent);
    if (known !== undefined) return known;
    const node: ReportNode = { kind: parent.kind, keys: parent.keys.map(fitKey), said: parent };
    if (parent.parent !== undefined) node.parent = nodeOfParent(parent.parent);
    named.set(parent, node);
    nodes.push(node);
    return node;
  };
  for (const [position, report] of reports.entries()) {
    const node: ReportNode = { kind: report.kind, keys: report.keys.map(fitKey), said: report, position };
    if (report.id !== undefined) node.id = report.id;
    if (report.parent !== undefined && 'kind' in report.parent) node.parent = nodeOfParent(report.parent);
    nodes.push(node);
  }
  return nodes;
}

const MAX_KEY_LENGTH = 400;

/** An index entry has room for some 2,700 bytes; the digest of a longer value tells as much. */
export function fitKey(key: IdentityKey): IdentityKey {
  if (key.key.length <= MAX_KEY_LENGTH && !key.key.includes('\u0000')) return key;
  const about = key.key.slice(0, key.key.indexOf('=')).slice(0, 100);
  return { ...key, key: `${about}=sha256:${createHash('sha256').update(key.key).digest('hex')}` };
}

/** The key under the row of its parent. */
export function underParent(key: IdentityKey, parentId: string): IdentityKey {
  return key.scope === undefined ? key : { ...key, key: `${key.key}@${parentId}` };
}
