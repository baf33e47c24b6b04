import { fold } from '@/domain/fold';
import type { Kind } from '@/domain/kinds';
import { MAX_ANNOTATIONS, MAX_LABELS } from '@/domain/report-limits';
import type { TextField } from '@/domain/resource';
import type { ParentReport, ResourceReport } from '@/domain/resource-report';
import { statusAfterSilence } from '@/domain/status';
import { MAX_TAGS_PER_RESOURCE } from '@/domain/tags';
import { type ResourceDraft, countOf } from './resource-draft';
import { TEXT_FIELD_NAMES } from './text-field-names';

const ENVIRONMENTS = 'annotation:seen_in_environments';

/** A parent that is only named: makes a stub, and fills what nobody knows. */
export function applyStub(draft: ResourceDraft, parent: ParentReport): void {
  fillFields(draft, parent.fields);
  applyMap(draft, 'label:', parent.labels, MAX_LABELS, false);
}

/** What a report says, in place of what was known. Telemetry never blanks anything. */
export function applyReport(draft: ResourceDraft, report: ResourceReport, nowMs: number): void {
  const replaces = report.standIn === undefined;
  if (replaces && !isSameHostName(draft, report.name)) draft.now.set('name', report.name);
  if (replaces) replaceFields(draft, report.fields);
  else fillFields(draft, report.fields);
  fillFields(draft, report.defaults ?? {});
  applyMap(draft, 'label:', report.labels, MAX_LABELS, replaces);
  applyMap(draft, 'annotation:', report.annotations, MAX_ANNOTATIONS, replaces);
  applyTags(draft, report.tags);
  draft.now.delete('retired');
  applySighting(draft, report, nowMs);
}

/** `web-1` and `web-1.example.com` are one name, told by two senders. */
function isSameHostName(draft: ResourceDraft, name: string): boolean {
  const known = draft.now.get('name') ?? '';
  if (draft.kind !== 'host' || known === '') return false;
  const [a, b] = [fold(known), fold(name)];
  return a !== b && (a.startsWith(`${b}.`) || b.startsWith(`${a}.`));
}

function replaceFields(draft: ResourceDraft, fields: Partial<Record<TextField, string>>): void {
  for (const [field, value] of entriesOf(fields)) {
    const name = TEXT_FIELD_NAMES[field];
    const known = draft.now.get(name);
    if (name === 'display_name' && draft.displayNameByPerson) continue;
    if (name === 'environment' && known !== undefined) {
      if (fold(known) === fold(value)) continue;
      if (draft.kind === 'app') rememberEnvironments(draft, known, value);
    }
    draft.now.set(name, value);
  }
}

function fillFields(draft: ResourceDraft, fields: Partial<Record<TextField, string>>): void {
  for (const [field, value] of entriesOf(fields)) {
    const name = TEXT_FIELD_NAMES[field];
    if (!draft.now.has(name) && !(name === 'display_name' && draft.displayNameByPerson)) draft.now.set(name, value);
  }
}

const entriesOf = (fields: Partial<Record<TextField, string>>) =>
  Object.entries(fields).filter(([, value]) => value !== '') as [TextField, string][]; // the keys of the record's type

/** The environment is no part of a service's identity, so the last one wins; the others are not forgotten. */
function rememberEnvironments(draft: ResourceDraft, ...seen: string[]): void {
  const known = draft.now.get(ENVIRONMENTS)?.split(', ') ?? [];
  draft.now.set(ENVIRONMENTS, [...new Set([...known, ...seen])].sort().slice(0, 16).join(', '));
}

function applyMap(draft: ResourceDraft, prefix: 'label:' | 'annotation:', map: Record<string, string>, limit: number, replaces: boolean): void {
  let count = countOf(draft, prefix);
  for (const [key, value] of Object.entries(map)) {
    const isKnown = draft.now.has(prefix + key);
    if (isKnown ? !replaces : count >= limit) continue;
    if (!isKnown) count++;
    draft.now.set(prefix + key, value);
  }
}

/** A source proposes tags; what a person set or removed stays. */
function applyTags(draft: ResourceDraft, tags: Record<string, string>): void {
  let count = countOf(draft, 'tag:');
  for (const [key, value] of Object.entries(tags)) {
    if (draft.ownedByPeople.has(key)) continue;
    const isKnown = draft.now.has(`tag:${key}`);
    if (!isKnown && count >= MAX_TAGS_PER_RESOURCE) continue;
    if (!isKnown) count++;
    draft.now.set(`tag:${key}`, value);
  }
}

/** A sender's clock may run ahead; nothing was seen after now. */
export const sightingOf = (report: ResourceReport, nowMs: number): number | null => (report.seenAt === null ? null : Math.min(report.seenAt, nowMs));

function applySighting(draft: ResourceDraft, report: ResourceReport, nowMs: number): void {
  const seen = sightingOf(report, nowMs);
  if (seen === null) {
    // Who has never heard a resource cannot contradict those who did.
    if (!draft.heard && report.status !== undefined) draft.now.set('status', report.status);
    return;
  }
  if (!draft.heard || seen >= draft.lastSeen) {
    const status = report.status ?? statusAfterSilence(draft.kind, nowMs - seen);
    draft.now.set('status', status);
    if (!draft.heard && status !== 'Unknown') draft.touched = draft.heard = true;
  }
  draft.lastSeen = Math.max(draft.lastSeen, seen);
  if (seen >= draft.firstSeen) return;
  draft.firstSeen = seen;
  draft.touched = true;
}

const PARENT_RANK: Record<Kind, number> = { container: 3, host: 2, agent: 1, device: 1, app: 0, syslog: 0, otel: 0 };

interface ParentClaim {
  parentKind: Kind;
  knownKind: Kind | undefined;
  /** Named by its id. */
  isExplicit: boolean;
}

/** A parent is set when unknown; replaced only by a claim that is as strong and as new. */
export function parentYields(draft: ResourceDraft, report: ResourceReport, claim: ParentClaim, nowMs: number): boolean {
  if (!draft.now.has('parent')) return true;
  if (report.parentIfNone || report.standIn) return false;
  const seen = sightingOf(report, nowMs);
  if (seen === null ? draft.heard : seen < draft.lastSeen) return false;
  return claim.isExplicit || claim.knownKind === undefined || PARENT_RANK[claim.parentKind] >= PARENT_RANK[claim.knownKind];
}
