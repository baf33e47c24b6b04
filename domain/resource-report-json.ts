import * as z from 'zod/mini';
import { KINDS } from './kinds';
import { TEXT_FIELDS, type TextField } from './resource';
import { STATUSES } from './status';
import { isUuid } from './uuid-v7';

export const MAX_REPORTS_PER_CALL = 5_000;

const uuid = z.string().check(z.refine(isUuid, 'not a UUID'));
const optionalText = z.optional(z.nullable(z.string()));
const texts = z.optional(z.record(z.string(), z.string()));

const textFields = Object.fromEntries(TEXT_FIELDS.map((field) => [field, optionalText])) as Record<TextField, typeof optionalText>; // one entry per field

const NamedParent = z.strictObject({ kind: z.enum(KINDS), name: z.string(), labels: texts });

/** One resource as `POST /api/v1/resources` takes it. */
export const ResourceReportJson = z.strictObject({
  id: z.optional(uuid),
  kind: z.enum(KINDS),
  /** Only a source of unknown kind may be nameless. */
  name: z.optional(z.string()),
  labels: texts,
  tags: texts,
  annotations: texts,
  parent: z.optional(z.nullable(z.union([uuid, NamedParent], { error: 'the id of a resource, or {kind, name, labels}' }))),
  status: z.optional(z.enum(STATUSES)),
  seenAt: z.optional(z.iso.datetime({ offset: true })),
  ...textFields,
});

export type ResourceReportJson = z.infer<typeof ResourceReportJson>;

/** The items are checked one by one: a bad one does not stop the others. */
export const ResourceReportsBody = z.strictObject({ resources: z.array(z.unknown()).check(z.maxLength(MAX_REPORTS_PER_CALL)) });

export const MAX_HEARTBEATS_PER_CALL = 50_000;

export const HeartbeatsBody = z.strictObject({
  ids: z.array(uuid).check(z.maxLength(MAX_HEARTBEATS_PER_CALL)),
  seenAt: z.optional(z.iso.datetime({ offset: true })),
});
