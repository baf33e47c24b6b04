import type { Kind } from '@/domain/kinds';
import type { IdentityKey, ParentReport, ResourceReport } from '@/domain/resource-report';
import { type Db } from '../../client';
import { writeTx } from '../../write-tx';
import { type UpsertOptions, type UpsertResult, upsertResources } from '../upsert-resources';

export const NOW_MS = Date.parse('2026-03-01T12:00:00Z');

const SOURCE = { actor: { type: 'source', name: 'test' }, action: 'test.upsert' } as const;

/** `strong:host.id=1`, `medium:…` or `weak:…`; a weak one may end in `@cluster`. */
export function keyOf(text: string): IdentityKey {
  const [, strength, key, cluster] = /^(strong|medium|weak):(.*?)(?:@(.+))?$/.exec(text)!;
  return { key: key!, strength: strength as IdentityKey['strength'], ...(strength === 'weak' ? { cluster: cluster ?? null } : {}) };
}

export function reportOf(kind: Kind, name: string, keys: string[], more: Partial<ResourceReport> = {}): ResourceReport {
  return { kind, name, keys: keys.map(keyOf), fields: {}, labels: {}, annotations: {}, tags: {}, seenAt: NOW_MS, ...more };
}

export function parentOf(kind: Kind, name: string, keys: string[], more: Partial<ParentReport> = {}): ParentReport {
  return { kind, name, keys: keys.map(keyOf), fields: {}, labels: {}, ...more };
}

export const upsert = (db: Db, reports: ResourceReport[], options: Partial<UpsertOptions> = {}): Promise<UpsertResult> =>
  writeTx(db, SOURCE, (tx) => upsertResources(tx, reports, { nowMs: NOW_MS, ...options }));

/** The answers in short: `created`, or the problem's path and sentence. */
export const said = ({ outcomes }: UpsertResult): string[] =>
  outcomes.map((outcome) => ('problem' in outcome ? `${outcome.problem.path}: ${outcome.problem.message}` : outcome.result));
