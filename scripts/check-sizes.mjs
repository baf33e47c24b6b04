// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './list-files.mjs';
import { PROJECT_ROOT } from './project-root.mjs';

const GENERATED = new Set(['db/schema.ts', 'next-env.d.ts']);
const LIMITS = [
  { what: 'a test', path: /\.(test|spec)\.(tsx?|mjs)$|\/testing\/|^e2e\//, lines: 400 },
  { what: 'a page or a route', path: /^app\/.*(page|route|layout)\.tsx?$/, lines: 60 },
  { what: 'a source file', path: /\.(tsx?|mjs|cjs)$/, lines: 300 },
];

/** The files that are too long, each with its limit. */
export function checkSizes() {
  return listFiles().flatMap((path) => {
    const limit = GENERATED.has(path) ? undefined : LIMITS.find((each) => each.path.test(path));
    if (!limit) return [];
    const lines = readFileSync(join(PROJECT_ROOT, path), 'utf8').trimEnd().split('\n').length;
    return lines > limit.lines ? [`${path}: ${lines} lines; ${limit.what} has at most ${limit.lines}`] : [];
  });
}
