import { parseArgs } from 'node:util';
import { generateFleet, idAt } from '../seed/generate-fleet';
import { loadFleet } from '../seed/load-fleet';
import { BadUsage, type Command } from './command';
import { withRegistry } from './open-registry';
import { progressBar } from './progress-bar';

const MOST = 10_000_000;

export const generate: Command = {
  summary: 'fill the registry with a made-up fleet',
  help: `
Usage: gosight generate COUNT [--seed NUMBER]

Adds a made-up fleet of COUNT resources. The same COUNT and seed (1 unless given) make the same resources, save for their times, which are
counted back from now. A fleet that is there already is not added again.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { seed: { type: 'string', default: '1' } } });
    const [countText, ...more] = positionals;
    if (countText === undefined || more.length > 0) throw new BadUsage('expected one COUNT');
    const count = wholeNumber('COUNT', countText, 1, MOST);
    const seed = wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1);
    return withRegistry(async ({ url, db }) => {
      const found = await db.selectFrom('resources').select('id').where('id', '=', idAt(seed, 0)).executeTakeFirst();
      if (found !== undefined) throw new Error(`A fleet of seed ${seed} is there already; another --seed makes another one.`);
      const start = performance.now();
      const bar = progressBar(count);
      await loadFleet(url, generateFleet({ count, seed }), { onProgress: bar.at }).finally(bar.end);
      process.stdout.write(`Generated ${count} resources in ${((performance.now() - start) / 1_000).toFixed(1)} s.\n`);
      return 0;
    });
  },
};

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new BadUsage(`${name} is ${JSON.stringify(text)}; expected a whole number from ${least} to ${most}`);
  return number;
}
