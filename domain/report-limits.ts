import type { ResourceReport } from './resource-report';
import { MAX_TAGS_PER_RESOURCE, tagKeyProblem, tagValueProblem } from './tags';

export const MAX_NAME_LENGTH = 256;
export const MAX_TEXT_LENGTH = 256;
export const MAX_LABELS = 64;
export const MAX_LABEL_BYTES = 1_024;
export const MAX_ANNOTATIONS = 64;
export const MAX_ANNOTATION_BYTES = 1_024;
export const MAX_KEY_LENGTH = 128;

export interface ReportProblem {
  path: string;
  message: string;
}

/** What a report may not hold, by its place in the report; empty for a report that can be stored. */
export function reportProblems(report: Pick<ResourceReport, 'name' | 'fields' | 'labels' | 'annotations' | 'tags'>): ReportProblem[] {
  const problems: ReportProblem[] = [];
  const note = (path: string, message: string | undefined) => message !== undefined && problems.push({ path, message });
  note('name', report.name === '' ? 'a name has at least one character' : textProblem(report.name, MAX_NAME_LENGTH));
  for (const [field, value] of Object.entries(report.fields)) note(field, textProblem(value, MAX_TEXT_LENGTH));
  noteMap('labels', report.labels, MAX_LABELS, MAX_LABEL_BYTES, note);
  noteMap('annotations', report.annotations, MAX_ANNOTATIONS, MAX_ANNOTATION_BYTES, note);
  const tags = Object.entries(report.tags);
  if (tags.length > MAX_TAGS_PER_RESOURCE) note('tags', `at most ${MAX_TAGS_PER_RESOURCE} tags`);
  for (const [key, value] of tags) note(`tags.${key}`, tagKeyProblem(key) ?? tagValueProblem(value));
  return problems;
}

type Note = (path: string, message: string | undefined) => unknown;

function noteMap(name: string, map: Record<string, string>, maxEntries: number, maxBytes: number, note: Note): void {
  const entries = Object.entries(map);
  if (entries.length > maxEntries) note(name, `at most ${maxEntries} entries`);
  for (const [key, value] of entries) {
    note(`${name}.${key}`, key === '' ? 'a key has at least one character' : textProblem(key, MAX_KEY_LENGTH));
    note(`${name}.${key}`, unicodeProblem(value) ?? (new TextEncoder().encode(value).length > maxBytes ? `at most ${maxBytes} bytes` : undefined));
  }
}

function textProblem(text: string, maxLength: number): string | undefined {
  return unicodeProblem(text) ?? ([...text].length > maxLength ? `at most ${maxLength} characters` : undefined);
}

/** PostgreSQL cannot store NUL, and half a surrogate pair is no character. */
function unicodeProblem(text: string): string | undefined {
  if (text.includes('\u0000')) return 'NUL characters cannot be stored';
  return /\p{Surrogate}/u.test(text) ? 'not valid Unicode (half of a surrogate pair)' : undefined;
}
