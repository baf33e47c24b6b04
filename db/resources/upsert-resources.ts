import type { IdentityKey, ResourceReport } from '@/domain/resource-report';
import { uuidV7 } from '@/domain/uuid-v7';
import type { WriteTx, Written } from '../write-tx';
import { applyReport, applyStub, parentYields, sightingOf } from './apply-report';
import { dampChanges } from './damp-changes';
import { IdentityIndex } from './identity-index';
import { loadDrafts } from './load-drafts';
import { lockKeys } from './lock-keys';
import { ParentPaths } from './parent-paths';
import { refuseBadIds } from './refuse-bad-ids';
import { type ReportNode, nodesOf, underParent } from './report-nodes';
import { type ResourceDraft, changesOf, newDraft } from './resource-draft';
import { writeDrafts } from './write-drafts';

export interface ItemProblem {
  path: string;
  message: string;
}

export type ReportOutcome = { result: 'created' | 'updated' | 'unchanged'; id: string } | { problem: ItemProblem };

/** A resource that was seen again without any news of it: its last_seen is for the heartbeat buffer to store. */
export interface Sighting {
  id: string;
  seenAt: number;
}

export interface UpsertResult {
  /** One for each report, in their order. */
  outcomes: ReportOutcome[];
  seenAgain: Sighting[];
}

export interface UpsertOptions {
  /** When the reports arrived, milliseconds since the epoch. */
  nowMs: number;
  /** For telemetry, which repeats itself: senders that contradict each other do not rewrite a row all the time. */
  damped?: boolean;
}

/**
 * Turns reports into rows: finds which resource each means, makes those nobody knew and the parents they name, and stores
 * what is new of the others. The result does not depend on how reports are spread over batches.
 */
export async function upsertResources(tx: WriteTx, reports: ResourceReport[], { nowMs, damped = false }: UpsertOptions): Promise<Written<UpsertResult>> {
  const nodes = nodesOf(reports);
  const outcomes: (ReportOutcome | undefined)[] = new Array(reports.length);
  const refuse = (node: ReportNode, problem: ItemProblem) => {
    node.refused = true;
    if (node.position !== undefined) outcomes[node.position] = { problem };
  };

  await lockKeys(tx, nodes);
  await refuseBadIds(tx, nodes, refuse);
  const live = nodes.filter((node) => node.refused === undefined);
  const identity = new IdentityIndex();
  const made = await resolve(tx, live, identity, nowMs);

  const stored = live.filter((node) => node.id !== undefined && !made.has(node.id));
  const ids = [...new Set(stored.flatMap((node) => node.id ?? []))];
  const displayNamed = stored.flatMap((node) => (node.said.fields.displayName === undefined ? [] : (node.id ?? [])));
  const drafts = await loadDrafts(tx, ids, displayNamed);
  const paths = new ParentPaths();
  await paths.load(tx, [...ids, ...live.flatMap((node) => explicitParent(node) ?? [])]);
  const changed = new Map<ReportNode, boolean>();
  for (const node of live) if (node.id !== undefined && !drafts.has(node.id)) paths.add(node.id, node.kind);
  for (const node of live) changed.set(node, apply(node, drafts, paths, nowMs, refuse));

  if (damped) await dampChanges(tx, [...drafts.values()]);
  const changes = await writeDrafts(tx, [...drafts.values()], nowMs);
  await identity.write(tx);
  return { result: { outcomes: tell(live, drafts, changed, outcomes), seenAgain: sightings(live, drafts, nowMs) }, changes };
}

/** Finds the row of each node, or makes an id for it; answers those it made. A key under a parent waits until the parent's row is known. */
async function resolve(tx: WriteTx, nodes: ReportNode[], identity: IdentityIndex, nowMs: number): Promise<Set<string>> {
  const made = new Set<string>();
  const make = () => {
    const id = uuidV7(nowMs);
    made.add(id);
    return id;
  };
  let waiting = nodes;
  while (waiting.length > 0) {
    const ready = waiting.filter((node) => !isScoped(node) || node.parent === undefined || node.parent.id !== undefined);
    // A parent comes before its children, so something is always ready.
    const keysOf = new Map(ready.map((node) => [node, keysUnderParent(node)]));
    await identity.load(tx, [...keysOf].flatMap(([node, keys]) => keys.map((key) => ({ kind: node.kind, key }))));
    for (const [node, keys] of keysOf) {
      node.id ??= identity.find(node.kind, keys) ?? make();
      identity.record(node.kind, keys, node.id);
    }
    const done = new Set(ready);
    waiting = waiting.filter((node) => !done.has(node));
  }
  return made;
}

const isScoped = (node: ReportNode): boolean => node.keys.some((key) => key.scope !== undefined);

function keysUnderParent(node: ReportNode): IdentityKey[] {
  const parentId = node.parent?.id ?? explicitParent(node);
  return parentId === undefined ? node.keys : node.keys.map((key) => underParent(key, parentId));
}

function explicitParent({ said }: ReportNode): string | undefined {
  return said.parent !== undefined && 'id' in said.parent ? said.parent.id : undefined;
}

type Refuse = (node: ReportNode, problem: ItemProblem) => void;

/** Answers whether the draft is another than before. */
function apply(node: ReportNode, drafts: Map<string, ResourceDraft>, paths: ParentPaths, nowMs: number, refuse: Refuse): boolean {
  const { said } = node;
  if (node.id === undefined) return false;
  const explicit = explicitParent(node);
  // A parent that was refused has no row.
  const parentId = node.parent?.id !== undefined && drafts.has(node.parent.id) ? node.parent.id : explicit;
  const problem = parentId === undefined ? undefined : paths.problem(node.id, parentId);
  if (problem !== undefined) {
    refuse(node, { path: 'parent', message: problem });
    return false;
  }
  const draft = drafts.get(node.id) ?? newDraft(node.id, node.kind, said.name);
  drafts.set(node.id, draft);
  const before = new Map(draft.now);
  const parentKind = parentId === undefined ? undefined : paths.kindOf(parentId);
  if (parentId !== undefined && parentKind !== undefined) {
    const knownKind = paths.kindOf(draft.now.get('parent') ?? '');
    const claim = { parentKind, knownKind, isExplicit: explicit !== undefined };
    if ('seenAt' in said ? parentYields(draft, said, claim, nowMs) : !draft.now.has('parent')) {
      draft.now.set('parent', parentId);
      paths.move(draft.id, parentId);
    }
  }
  if ('seenAt' in said) applyReport(draft, said, nowMs);
  else applyStub(draft, said);
  return before.size !== draft.now.size || [...draft.now].some(([field, value]) => before.get(field) !== value);
}

function tell(nodes: ReportNode[], drafts: Map<string, ResourceDraft>, changed: Map<ReportNode, boolean>, refused: (ReportOutcome | undefined)[]): ReportOutcome[] {
  const outcomes = [...refused];
  const created = new Set<string>();
  for (const node of nodes) {
    const draft = node.id === undefined ? undefined : drafts.get(node.id);
    if (node.position === undefined || node.refused || draft === undefined) continue;
    const isFirst = draft.isNew && !created.has(draft.id);
    const isUpdate = changed.get(node) === true && (draft.isNew || changesOf(draft).length > 0);
    created.add(draft.id);
    outcomes[node.position] = { result: isFirst ? 'created' : isUpdate ? 'updated' : 'unchanged', id: draft.id };
  }
  return outcomes.filter((outcome) => outcome !== undefined);
}

function sightings(nodes: ReportNode[], drafts: Map<string, ResourceDraft>, nowMs: number): Sighting[] {
  const seen = new Map<string, number>();
  for (const { id, said, refused } of nodes) {
    const draft = id === undefined ? undefined : drafts.get(id);
    if (refused || draft === undefined || draft.touched || changesOf(draft).length > 0 || !('seenAt' in said)) continue;
    const seenAt = sightingOf(said, nowMs);
    if (seenAt !== null) seen.set(draft.id, Math.max(seen.get(draft.id) ?? 0, seenAt));
  }
  return [...seen].map(([id, seenAt]) => ({ id, seenAt }));
}

/** Whether the database itself refuses one of these reports; a batch is then halved until the report is found. */
export function isRefusedByDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code) && error.code !== '23505';
}
