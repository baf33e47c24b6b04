import { Client } from 'pg';
import { step } from '../progress.mjs';
import { handWrittenSql } from './hand-written-sql';
import { measure } from './measure';
import type { BenchFleet } from './questions';

/** The median of each question in hand-written SQL, on one connection. */
export async function benchSql(databaseUrl: string, fleet: BenchFleet): Promise<Map<string, number>> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'gosight-bench' });
  await client.connect();
  try {
    await step('Warming its connection', () => client.query('SELECT count(s::text) FROM resource_summary AS s'));
    return await step('Asking the same in hand-written SQL', async () => {
      const medians = new Map<string, number>();
      for (const question of handWrittenSql(client, fleet)) {
        const { p50 } = await measure(question, { warmUp: 1 });
        medians.set(question.name, p50);
        console.log(`${question.name.padEnd(20)}${p50.toFixed(1).padStart(10)}`);
      }
      return medians;
    });
  } finally {
    await client.end();
  }
}
