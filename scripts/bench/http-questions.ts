import { GROUPS, NAMESPACES, SERVICES, TEAMS } from '../seed/fleet-words';
import { idAt } from '../seed/generate-fleet';
import { fleetShape } from '../seed/fleet-shape';
import type { HttpClient } from './http-client';
import type { Question } from './measure';

const FACETS = ['kind', 'status', 'group', 'environment', 'platform', 'runtime', 'os', 'arch', 'location', 'owner', 'cluster', 'namespace', 'type', 'tag:team'];

const at = <Item>(items: readonly Item[], round: number): Item => items[round % items.length] as Item; // never an empty list

/** What a person asks of the inventory, over HTTP. Broad is 40 % of the rows, middle 4 %, narrow 0.1 %. */
export function httpQuestions(client: HttpClient, fleet: { scale: number; seed: number }): Question[] {
  const { ranges } = fleetShape(fleet.scale);
  const resources = (parameters: Record<string, string>) => client.get(`/api/v1/resources?${new URLSearchParams(parameters)}`);
  const page = (name: string, parameters: (round: number) => Record<string, string>): Question => ({ name, ask: (round) => resources({ total: 'none', ...parameters(round) }) });
  const facets = (name: string, parameters: (round: number) => Record<string, string>): Question => ({
    name,
    ask: (round) => client.get(`/api/v1/facets?${new URLSearchParams([...Object.entries(parameters(round)), ...FACETS.map((facet) => ['facet', facet])])}`),
  });
  const someId = (kind: 'agent' | 'host' | 'container', round: number) => idAt(fleet.seed, ranges[kind].start + ((round * 31) % ranges[kind].count));

  let cursor = '';
  const next: Question = {
    name: 'page-next',
    async ask() {
      const { nextCursor }: { nextCursor: string | null } = JSON.parse(await resources({ total: 'none', ...(cursor === '' ? {} : { cursor }) }));
      cursor = nextCursor ?? '';
    },
  };
  return [
    { name: 'list', ask: () => resources({}) },
    next,
    page('page-broad', () => ({ q: 'tag:env=prod' })),
    page('page-middle', (round) => ({ q: `tag:team=${at(TEAMS, round)}` })),
    page('page-narrow', () => ({ q: 'tag:ring=canary' })),
    page('page-last-seen', (round) => ({ q: `kind:container group:${at(GROUPS, round)}`, sort: '-last_seen' })),
    page('page-absent', (round) => ({ q: `label:namespace=${at(NAMESPACES, round)} kind:container !tag:critical` })),
    page('page-substring', (round) => ({ q: `name:*${at(SERVICES, round).slice(1, 5)}* tag:env=prod` })),
    page('page-freetext', (round) => ({ q: at(SERVICES, round) })),
    { name: 'count', ask: (round) => resources({ q: `tag:team=${at(TEAMS, round)} status:Online`, limit: '1' }) },
    facets('facets', () => ({})),
    facets('facets-one', (round) => ({ q: `tag:team=${at(TEAMS, round)}` })),
    facets('facets-two', () => ({ q: 'tag:env=prod kind:container' })),
    facets('facets-substring', (round) => ({ q: `tag:env=prod kind:container name:*${at(SERVICES, round).slice(1, 5)}*` })),
    { name: 'children', ask: (round) => client.get(`/api/v1/resources/${someId('host', round)}/children`) },
    { name: 'rollup', ask: (round) => client.get(`/api/v1/resources/${someId('host', round)}/rollup`) },
    ...editQuestions(client, someId),
  ];
}

function editQuestions(client: HttpClient, someId: (kind: 'container', round: number) => string): Question[] {
  const edit = (round: number) => client.patch(`/api/v1/resources/${someId('container', round)}/tags`, { set: { bench: `round-${round}` } });
  return [
    { name: 'tag-edit', ask: edit },
    {
      name: 'read-after-edit',
      prepare: async (round) => void (await edit(1_000_000 + round)),
      async ask(round) {
        const wanted = 1_000_000 + round;
        const { items }: { items: { id: string }[] } = JSON.parse(await client.get(`/api/v1/resources?q=${encodeURIComponent(`tag:bench=round-${wanted}`)}`));
        if (items.length !== 1 || items[0]?.id !== someId('container', wanted)) throw new Error(`the edit of round ${round} was not in the next read`);
      },
    },
  ];
}
