import { MAX_ANNOTATION_BYTES, MAX_ANNOTATIONS, MAX_LABEL_BYTES, MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from '@/domain/report-limits';
import type { ResourceReport } from '@/domain/resource-report';

/** Telemetry that is too long is cut, since its sender can do nothing about it; a person's own report is refused instead. */
export function fitReport(report: ResourceReport): ResourceReport {
  return {
    ...report,
    name: cutLength(report.name, MAX_NAME_LENGTH),
    fields: mapValues(report.fields, (value) => cutLength(value, MAX_TEXT_LENGTH)),
    labels: mapValues(report.labels, (value) => cutBytes(value, MAX_LABEL_BYTES)),
    annotations: mapValues(Object.fromEntries(Object.entries(report.annotations).slice(0, MAX_ANNOTATIONS)), (value) => cutBytes(value, MAX_ANNOTATION_BYTES)),
  };
}

const mapValues = <Key extends string>(record: Partial<Record<Key, string>>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries<string | undefined>(record).map(([key, value]) => [key, change(value ?? '')])) as Record<Key, string>; // the same keys

function cutLength(text: string, limit: number): string {
  return text.length <= limit ? text : [...text].slice(0, limit).join('');
}

function cutBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit || Buffer.byteLength(text) <= limit) return text;
  // A character cut in half at the end decodes to U+FFFD.
  return new TextDecoder().decode(Buffer.from(text).subarray(0, limit)).replace(/\uFFFD+$/, '');
}
