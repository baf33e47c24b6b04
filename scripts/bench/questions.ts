import { fleetShape } from '../seed/fleet-shape';
import { GROUPS, LOCATIONS, NAMESPACES, SERVICES, TEAMS } from '../seed/fleet-words';
import { idAt } from '../seed/generate-fleet';
import type { Asker } from './asker';
import type { Question } from './measure';

const BULK_ROWS = 100_000;

export const FACETS = ['kind', 'status', 'group', 'environment', 'platform', 'runtime', 'os', 'arch', 'location', 'owner', 'cluster', 'namespace', 'type', 'tag:team'];

export interface BenchFleet {
  scale: number;
  seed: number;
}

export const at = <Item>(items: readonly Item[], round: number): Item => items[round % items.length] as Item; // never an empty list

/** A part of a name: four letters from the middle of a service's. */
export const partOfName = (round: number): string => at(SERVICES, round).slice(1, 5);

export const someId = ({ scale, seed }: BenchFleet, kind: 'agent' | 'host' | 'container', round: number): string => {
  const { start, count } = fleetShape(scale).ranges[kind];
  return idAt(seed, start + ((round * 7_919) % count));
};

/** The agent that a tenth of the hosts report through. */
export const largestSubtree = ({ scale, seed }: BenchFleet): string => idAt(seed, fleetShape(scale).ranges.agent.start);

export const randomRank = ({ scale }: BenchFleet, round: number): number => (round * 7_919_317) % Math.max(1, scale - 100);

/** What a person asks of the inventory. Broad is 40 % of the rows, middle 4 %, narrow 0.1 %. */
export function questions(asker: Asker, fleet: BenchFleet): Question[] {
  const page = (name: string, parameters: (round: number) => { q?: string; sort?: string }): Question => ({ name, ask: (round) => asker.list({ total: 'none', ...parameters(round) }) });
  const facets = (name: string, query: (round: number) => { q?: string }): Question => ({ name, ask: (round) => asker.facets({ ...query(round), facets: FACETS }) });
  return [
    { name: 'page-first', ask: () => asker.list({}) },
    pageNext(asker),
    page('page-broad', () => ({ q: 'tag:env=prod' })),
    page('page-middle', (round) => ({ q: `tag:team=${at(TEAMS, round)}` })),
    page('page-narrow', () => ({ q: 'tag:ring=canary' })),
    page('page-last-seen', (round) => ({ q: `kind:container group:${at(GROUPS, round)}`, sort: '-last_seen' })),
    page('page-absent', (round) => ({ q: `label:namespace=${at(NAMESPACES, round)} kind:container !tag:critical` })),
    page('page-substring', (round) => ({ q: `name:*${partOfName(round)}* tag:env=prod` })),
    page('page-freetext', (round) => ({ q: at(SERVICES, round) })),
    { name: 'page-anywhere', ask: (round) => asker.window({ start: randomRank(fleet, round), count: 100 }) },
    { name: 'count', ask: (round) => asker.list({ q: `tag:team=${at(TEAMS, round)} status:Online`, limit: 1 }) },
    facets('facets-none', () => ({})),
    facets('facets-one', (round) => ({ q: `tag:team=${at(TEAMS, round)}` })),
    facets('facets-two', (round) => ({ q: `tag:team=${at(TEAMS, round)} kind:container` })),
    facets('facets-substring', (round) => ({ q: `tag:env=prod kind:container name:*${partOfName(round)}*` })),
    { name: 'suggest', ask: (round) => asker.suggest({ q: `tag:team=${at(TEAMS, round).slice(0, 2)}` }) },
    { name: 'children', ask: (round) => asker.children(someId(fleet, 'host', round)) },
    { name: 'rollup', ask: (round) => asker.rollup(someId(fleet, 'host', round)) },
    { name: 'rollup-94k', ask: () => asker.rollup(largestSubtree(fleet)) },
    ...selectorQuestions(asker, fleet),
    ...editQuestions(asker, fleet),
    ...bulkQuestions(asker, fleet),
  ];
}

function pageNext(asker: Asker): Question {
  let cursor: string | undefined;
  return {
    name: 'page-next',
    async ask() {
      const page = await asker.list({ total: 'none', ...(cursor === undefined ? {} : { cursor }) });
      cursor = page().nextCursor ?? undefined;
    },
  };
}

/** Five terms at once, hierarchy terms, and completion counted under the rest of the query. */
function selectorQuestions(asker: Asker, fleet: BenchFleet): Question[] {
  const five = (round: number) => `kind:(container,app) tag:env=prod status:Online !tag:critical (location:"${at(LOCATIONS, round)}" OR name:*${partOfName(round)}*)`;
  return [
    { name: 'five-terms-page', ask: (round) => asker.list({ q: five(round), total: 'none' }) },
    { name: 'five-terms-count', ask: (round) => asker.list({ q: five(round), limit: 1 }) },
    { name: 'five-terms-facets', ask: (round) => asker.facets({ q: five(round), facets: FACETS }) },
    { name: 'ancestor', ask: (round) => asker.list({ q: `kind:app ancestor(kind:host location:"${at(LOCATIONS, round)}")` }) },
    { name: 'descendant', ask: (round) => asker.list({ q: `kind:host descendant(tag:team=${at(TEAMS, round)})` }) },
    { name: 'child', ask: (round) => asker.list({ q: `kind:host child(tag:team=${at(TEAMS, round)})` }) },
    { name: 'parent', ask: (round) => asker.list({ q: `kind:container parent(location:"${at(LOCATIONS, round)}")` }) },
    { name: 'under', ask: () => asker.list({ q: `under:${largestSubtree(fleet)}` }) },
    { name: 'suggest-counted', ask: (round) => asker.suggest({ q: `kind:container tag:env=prod tag:team=${at(TEAMS, round).slice(0, 2)}` }) },
  ];
}

function editQuestions(asker: Asker, fleet: BenchFleet): Question[] {
  const edit = (round: number) => asker.editTags(someId(fleet, 'container', round), { bench: `round-${round}` });
  return [
    { name: 'tag-edit', ask: edit },
    {
      name: 'read-after-edit',
      prepare: async (round) => void (await edit(1_000_000 + round)),
      async ask(round) {
        const wanted = 1_000_000 + round;
        const page = await asker.list({ q: `tag:bench=round-${wanted}` });
        const { items } = page();
        if (items.length !== 1 || items[0]?.id !== someId(fleet, 'container', wanted)) throw new Error(`the edit of round ${round} was not in the next read`);
      },
    },
  ];
}

/** About 100,000: the largest subtree and one kind of a million, all of a hundred thousand. A smaller fleet has not as many. */
function bulkQuestions(asker: Asker, fleet: BenchFleet): Question[] {
  if (fleet.scale < BULK_ROWS) return [];
  const q = fleet.scale === BULK_ROWS ? '' : `under:${largestSubtree(fleet)} OR kind:syslog`;
  let number = 0;
  let [value, changed] = ['', 0];
  const edit = async () => {
    value = `bulk-${Date.now()}-${number++}`;
    changed = await asker.editMany(q, { 'bench-bulk': value });
    if (changed < 0.9 * BULK_ROWS) throw new Error(`${changed} resources were tagged`);
  };
  return [
    { name: 'bulk-100k', times: 1, ask: edit },
    {
      name: 'read-after-bulk',
      times: 1,
      prepare: edit,
      async ask() {
        const page = await asker.list({ q: `tag:bench-bulk=${value}`, limit: 100 });
        const total = page().total?.value;
        if (total !== changed) throw new Error(`${changed} resources were tagged, the next read finds ${total}`);
      },
    },
  ];
}
