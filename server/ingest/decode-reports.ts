import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { compareByCodePoint } from '@/domain/fold';
import { reportProblems } from '@/domain/report-limits';
import { TEXT_FIELDS, type TextField } from '@/domain/resource';
import type { ParentReport, ResourceReport } from '@/domain/resource-report';
import { ResourceReportJson } from '@/domain/resource-report-json';
import { readTagPatch } from '@/domain/tags';
import type { InputProblem } from '../errors';
import { visibleError } from '../visible-error';
import { keysFromLabels, keysOfNamedParent } from './keys-from-labels';

/** One item of `POST /api/v1/resources` as a report, or what is wrong with it. */
export function decodeReport(item: unknown, nowMs: number): ResourceReport | { problems: InputProblem[] } {
  const parsed = ResourceReportJson.safeParse(item);
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  const json = parsed.data;
  const tags = readTagPatch({ set: json.tags ?? {} });
  if ('problems' in tags) return { problems: tags.problems.map(({ path, message }) => ({ path: path.replace(/^set/, 'tags'), message })) };
  const labels = json.labels ?? {};
  const name = json.name ?? (json.kind === 'otel' ? namelessName(labels) : undefined);
  if (name === undefined) return { problems: [{ path: 'name', message: 'a resource of this kind has a name' }] };
  const parent = json.parent ?? undefined;
  const named = parent === undefined || typeof parent === 'string' ? undefined : namedParent(parent);
  const parentProblems = named === undefined ? [] : reportProblems({ ...named, annotations: {}, tags: {} });
  if (parentProblems.length > 0) return { problems: parentProblems.map(({ path, message }) => ({ path: `parent.${path}`, message })) };
  return {
    kind: json.kind,
    name,
    ...(json.id === undefined ? {} : { id: json.id.toLowerCase() }),
    keys: keysFromLabels({ kind: json.kind, name, labels, group: json.group ?? undefined, cluster: json.cluster ?? undefined, hasParent: parent !== undefined }),
    fields: textFields(json),
    labels,
    annotations: json.annotations ?? {},
    tags: tags.patch.set,
    ...(typeof parent === 'string' ? { parent: { id: parent.toLowerCase() } } : named === undefined ? {} : { parent: named }),
    ...(json.status === undefined ? {} : { status: json.status }),
    seenAt: seenAtOf(json, nowMs),
  };
}

/** Whoever gives no time heard it just now, unless its status says that nobody knows. */
function seenAtOf({ seenAt, status }: ResourceReportJson, nowMs: number): number | null {
  if (seenAt !== undefined) return Date.parse(seenAt);
  return status === 'Unknown' ? null : nowMs;
}

function textFields(json: ResourceReportJson): Partial<Record<TextField, string>> {
  return Object.fromEntries(TEXT_FIELDS.flatMap((field) => (json[field] ? [[field, json[field]]] : [])));
}

function namedParent({ kind, name, labels = {} }: { kind: ResourceReport['kind']; name: string; labels?: Record<string, string> | undefined }): ParentReport {
  return { kind, name, keys: keysOfNamedParent({ kind, name, labels, group: undefined, cluster: undefined, hasParent: false }), fields: {}, labels };
}

function namelessName(labels: Record<string, string>): string {
  const sorted = Object.entries(labels).toSorted(([a], [b]) => compareByCodePoint(a, b));
  const [first] = sorted.filter(([, value]) => value !== '');
  return first?.[1] ?? `otel-${createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 8)}`;
}

const problemsOf = (error: z.core.$ZodError): InputProblem[] => visibleError(error).details.errors ?? [];
