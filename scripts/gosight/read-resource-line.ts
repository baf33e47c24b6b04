import * as z from 'zod/mini';
import { KINDS } from '@/domain/kinds';
import { reportProblems } from '@/domain/report-limits';
import { TEXT_FIELDS, type TextField } from '@/domain/resource';
import { STATUSES } from '@/domain/status';
import { readTagPatch } from '@/domain/tags';
import { isUuid, uuidV7 } from '@/domain/uuid-v7';
import type { FleetRow } from '../seed/fleet-row';

const uuid = z.string().check(z.refine(isUuid, 'not a UUID'));
const text = z.optional(z.nullable(z.string()));
const time = z.optional(z.nullable(z.iso.datetime({ offset: true })));
const ignored = z.optional(z.unknown());
const texts = z.optional(z.record(z.string(), z.string()));
const textFields = Object.fromEntries(TEXT_FIELDS.map((field) => [field, text])) as Record<TextField, typeof text>; // one entry per field

/** A resource as every door answers it. What follows from other rows is read over. */
const Line = z.strictObject({
  ...textFields,
  id: z.optional(uuid),
  kind: z.enum(KINDS),
  name: z.string(),
  parentId: z.optional(z.nullable(uuid)),
  status: z.optional(z.enum(STATUSES)),
  labels: texts, tags: texts, annotations: texts,
  lastSeen: time, firstSeen: time, createdAt: time, updatedAt: time, retiredAt: time,
  revision: z.optional(z.int().check(z.nonnegative())),
  parentName: ignored, parentKind: ignored, childCount: ignored, ancestors: ignored,
});

/** One line of NDJSON as a row, or what is wrong with it. */
export function readResourceLine(line: string, nowMs: number): FleetRow | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { problem: 'not JSON' };
  }
  const parsed = Line.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problem: [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ') };
  }
  const { labels = {}, annotations = {}, ...said } = parsed.data;
  const tags = readTagPatch({ set: said.tags ?? {} });
  if ('problems' in tags) return { problem: tags.problems.map(({ path, message }) => `${path.replace(/^set/, 'tags')}: ${message}`).join('; ') };
  const fields = Object.fromEntries(TEXT_FIELDS.map((field) => [field, said[field] || null])) as Record<TextField, string | null>; // one entry per field
  const known = Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null));
  const [problem] = reportProblems({ name: said.name, fields: known, labels, annotations, tags: tags.patch.set });
  if (problem !== undefined) return { problem: `${problem.path}: ${problem.message}` };
  const ms = (rfc3339: string | null | undefined, otherwise: number) => (rfc3339 ? Date.parse(rfc3339) : otherwise);
  const lastSeen = ms(said.lastSeen, nowMs);
  return {
    ...fields,
    id: said.id?.toLowerCase() ?? uuidV7(nowMs),
    kind: said.kind,
    name: said.name,
    parentId: said.parentId?.toLowerCase() ?? null,
    status: said.status ?? 'Unknown',
    lastSeen,
    firstSeen: ms(said.firstSeen, lastSeen),
    createdAt: ms(said.createdAt, nowMs),
    updatedAt: ms(said.updatedAt, nowMs),
    ...(said.retiredAt ? { retiredAt: Date.parse(said.retiredAt) } : {}),
    revision: said.revision ?? 0,
    labels,
    tags: tags.patch.set,
    annotations,
  };
}
