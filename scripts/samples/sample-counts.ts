import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const counts = z.record(z.string(), z.number());
const CountsFile = z.object({ files: z.record(z.string(), z.object({ format: z.string(), counts, parents: counts })) });

export interface Sample {
  /** Its path in the folder. */
  file: string;
  format: 'otlp-json' | 'otlp-protobuf' | 'kubectl-json';
  counts: Record<string, number>;
  parents: Record<string, number>;
}

/** Entity events are a way to send an inventory that is not read yet. */
const NOT_YET = ['otlp/k8s-entity-events.json'];

/** The samples that `counts.json` describes, their protobuf twins among them, and the files that are left out. */
export async function readSamples(folder: string, protobufFiles: string[]): Promise<{ samples: Sample[]; skipped: string[] }> {
  const { files } = CountsFile.parse(JSON.parse(await readFile(join(folder, 'counts.json'), 'utf8')));
  const samples: Sample[] = [];
  const skipped: string[] = [];
  for (const [file, { format, ...expected }] of Object.entries(files)) {
    if (format !== 'otlp-json' && format !== 'kubectl-json') continue;
    if (NOT_YET.includes(file)) skipped.push(file);
    else samples.push({ file, format, ...expected });
  }
  for (const file of protobufFiles) {
    const stem = file.replace(/^otlp\/pb\//, 'otlp/').replace(/\.pb$/, '');
    const twin = samples.find((sample) => sample.file.replace(/\.jsonl?$/, '') === stem);
    if (twin === undefined) skipped.push(file);
    else samples.push({ ...twin, file, format: 'otlp-protobuf' });
  }
  return { samples, skipped };
}
