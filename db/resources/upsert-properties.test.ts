import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { ParentReport, ResourceReport } from '@/domain/resource-report';
import { testDb } from '../testing/test-db';
import { keyOf, parentOf, reportOf, upsert } from './testing/report-of';

const { db } = testDb();
const SEED = 20_260_301;
/** Hundreds of transactions, on whatever machine. */
const TIMEOUT_MS = 300_000;

/** Hosts, each with containers, each with apps: what is really there, however it is reported. */
const world = fc.record({ hosts: fc.integer({ min: 1, max: 3 }), containers: fc.integer({ min: 0, max: 3 }), apps: fc.integer({ min: 0, max: 2 }) });

type World = typeof world extends fc.Arbitrary<infer Each> ? Each : never;

const hostKeys = (host: number) => [`strong:host.id=${host}`, `medium:k8s.node=c/n${host}`, `weak:host.name=n${host}@c`];
const containerKeys = (host: number, each: number) => [`strong:container.id=${host}-${each}`, `medium:k8s.container=u${host}/c${each}`];

/** Every way to say what is there: with all keys, or with fewer, or as a mere parent. */
function waysToSay({ hosts, containers, apps }: World): ResourceReport[] {
  const reports: ResourceReport[] = [];
  for (let host = 0; host < hosts; host++) {
    const asHost = (keys: string[]): ParentReport => parentOf('host', `n${host}`, keys);
    reports.push(reportOf('host', `n${host}`, hostKeys(host)), reportOf('host', `n${host}`, [`medium:host.name.only=n${host}`, `weak:host.name=n${host}`]));
    for (let each = 0; each < containers; each++) {
      const asContainer = parentOf('container', `c${each}`, containerKeys(host, each), { parent: asHost(hostKeys(host)) });
      reports.push(reportOf('container', `c${each}`, containerKeys(host, each), { parent: asHost([`medium:host.name.only=n${host}`, `weak:host.name=n${host}`]) }));
      reports.push(reportOf('container', `c${each}`, containerKeys(host, each)));
      for (let app = 0; app < apps; app++) {
        reports.push(reportOf('app', `a${app}`, [], { keys: [{ ...keyOf(`medium:service=/a${app}`), scope: 'parent' }], parent: asContainer, labels: { service: `a${app}` } }));
      }
    }
  }
  return reports;
}

/** The rows by what they are called, without ids. */
async function picture(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    SELECT concat_ws(' < ', r.kind || ':' || r.name, p.kind || ':' || p.name, g.kind || ':' || g.name) || ' ' || r.status AS line
    FROM resources r LEFT JOIN resources p ON p.id = r.parent_id LEFT JOIN resources g ON g.id = p.parent_id ORDER BY 1`.execute(db);
  return rows.map((row) => row.line);
}

function expected({ hosts, containers, apps }: World): string[] {
  const lines: string[] = [];
  for (let host = 0; host < hosts; host++) {
    lines.push(`host:n${host} Online`);
    for (let each = 0; each < containers; each++) {
      lines.push(`container:c${each} < host:n${host} Online`);
      for (let app = 0; app < apps; app++) lines.push(`app:a${app} < container:c${each} < host:n${host} Online`);
    }
  }
  return lines.sort();
}

const clear = () => sql`TRUNCATE resources, resource_history, resource_changes CASCADE`.execute(db);

/** The ways in some order, some of them twice, cut into batches. */
const told = world.chain((each) => {
  const ways = waysToSay(each);
  const repeated = fc.shuffledSubarray([...ways, ...ways.slice(0, 5)], { minLength: ways.length, maxLength: ways.length + Math.min(5, ways.length) });
  return fc.record({ world: fc.constant(each), first: fc.shuffledSubarray(ways, { minLength: ways.length }), then: repeated, batch: fc.integer({ min: 1, max: 12 }) });
});

const batchesOf = (reports: ResourceReport[], size: number): ResourceReport[][] =>
  Array.from({ length: Math.ceil(reports.length / size) }, (_, at) => reports.slice(at * size, (at + 1) * size));

test('any order, any batches and any repetition give the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(told, async ({ world: each, first, then, batch }) => {
      await clear();
      for (const reports of batchesOf([...first, ...then], batch)) await upsert(db, reports);
      expect(await picture()).toEqual(expected(each));
    }),
    { seed: SEED, numRuns: 12 },
  );
}, TIMEOUT_MS);

test('batches that arrive at the same time give the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(told, async ({ world: each, first, then, batch }) => {
      await clear();
      await Promise.all(batchesOf([...first, ...then], batch).map((reports) => upsert(db, reports)));
      expect(await picture()).toEqual(expected(each));
    }),
    { seed: SEED, numRuns: 8 },
  );
}, TIMEOUT_MS);

test('a report that comes again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(told, async ({ first }) => {
      await clear();
      for (let round = 0; round < 2; round++) await upsert(db, first);
      const changes = () => db.selectFrom('resource_changes').select(({ fn }) => fn.countAll().as('count')).executeTakeFirst();
      const before = await changes();
      const { outcomes } = await upsert(db, first);
      expect(outcomes.every((outcome) => 'result' in outcome && outcome.result === 'unchanged')).toBe(true);
      expect(await changes()).toEqual(before);
    }),
    { seed: SEED, numRuns: 4 },
  );
}, TIMEOUT_MS);
