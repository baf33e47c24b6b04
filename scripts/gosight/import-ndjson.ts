import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type LoadedLines, loadAnyOrder, type NumberedRow } from '../seed/load-any-order';
import { progressBar } from './progress-bar';
import { readResourceLine } from './read-resource-line';

const FROM_INPUT = '-';

/** Loads a fleet by COPY. A line that cannot be taken is named by its number and stops nobody else. */
export async function importNdjson(url: string, file: string, dryRun: boolean): Promise<LoadedLines> {
  const size = file === FROM_INPUT ? 0 : (await stat(file)).size;
  const input = file === FROM_INPUT ? process.stdin : createReadStream(file);
  const bar = progressBar(size);
  const bad: LoadedLines['refused'] = [];
  async function* rows(): AsyncGenerator<NumberedRow> {
    const lineOfId = new Map<string, number>();
    const nowMs = Date.now();
    let number = 0;
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if ('bytesRead' in input) bar.at(input.bytesRead);
      const line = text.replace(/^\uFEFF/, '');
      if (line.trim() === '') continue;
      const row = readResourceLine(line, nowMs);
      if ('problem' in row) {
        bad.push({ line: number, message: row.problem });
        continue;
      }
      const first = lineOfId.get(row.id);
      if (first === undefined) lineOfId.set(row.id, number);
      if (first === undefined) yield { line: number, row };
      else bad.push({ line: number, message: `id: line ${first} has the same` });
    }
  }
  const loaded = await loadAnyOrder(url, rows(), { dryRun }).finally(bar.end);
  return { ...loaded, refused: [...bad, ...loaded.refused].toSorted((a, b) => a.line - b.line) };
}
