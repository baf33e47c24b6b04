import { type FleetResource, NOW } from './reference-fleet';

const HOUR_MS = 3_600_000;
const ago = (hours: number) => NOW.getTime() - hours * HOUR_MS;
export const idOf = (place: number) => `0198c0de-0000-7000-8000-00000000000${place}`;

type Given = Partial<Omit<FleetResource, 'keys'>> & { name: string; tags?: Record<string, string>; labels?: Record<string, string> };

const resource = ({ tags = {}, labels = {}, ...given }: Given, place: number): FleetResource => ({
  id: idOf(place),
  kind: 'host',
  status: 'Online',
  texts: {},
  ip: null,
  parentId: null,
  times: { first_seen: ago(100), last_seen: ago(0), created: ago(100), updated: ago(0) },
  retired: false,
  keys: { tag: tags, label: labels, annotation: {} },
  ...given,
});

/** agent > web-01 > nginx > shop; gone (retired) > lost. */
export const SEMANTICS_FLEET: FleetResource[] = [
  resource({ name: 'agent', kind: 'agent', texts: { version: '1.9' } }, 0),
  resource({ name: 'web-01', parentId: idOf(0), ip: '10.1.2.3', texts: { environment: 'Prod', version: 'v1.20.0' }, tags: { env: 'prod', cores: '8', team: '' } }, 1),
  resource({ name: 'nginx', kind: 'container', parentId: idOf(1), texts: { version: '1.20-rc.1' }, tags: { env: 'QA', cores: 'many' }, labels: { container_id: 'ABCDEF123456', image: 'nginx:1.2' } }, 2),
  resource({ name: 'shop', kind: 'app', parentId: idOf(2), texts: { display_name: 'Café 100%', version: 'latest' }, labels: { path: 'x*y' } }, 3),
  resource({ name: 'gone', retired: true, tags: { env: 'prod' } }, 4),
  resource({ name: 'lost', kind: 'app', parentId: idOf(4), status: 'Offline', times: { first_seen: ago(1), last_seen: ago(1), created: ago(1), updated: ago(1) } }, 5),
  resource({ name: 'db', ip: 'fe80::1', tags: { env: 'staging', cores: '08.5' }, times: { first_seen: Date.parse('2026-01-01T23:59:59.999Z'), last_seen: ago(200), created: ago(0), updated: ago(0) } }, 6),
];

/** The views that queries of the table ask for. */
export const SEMANTICS_VIEWS = new Map([
  ['prod', 'tag:env=prod'],
  ['either', 'name:db OR kind:app'],
  ['all', ''],
  ['gone', 'is:retired'],
  ['shops', 'view:either -status:offline parent(kind:container)'],
]);

const ALL = 'agent web-01 nginx shop lost db';

/** Each row of the semantics of the query language: what a query picks of the fleet above. SQL and the index are both asked. */
export const SEMANTICS: Record<string, [query: string, picked: string][]> = {
  'missing key or null field': [['env:prod', 'web-01'], ['env:*', 'web-01'], ['tag:env=prod', 'web-01'], ['tag:cores<100', 'web-01 db']],
  negation: [
    ['-tag:env=prod', 'agent nginx shop lost db'],
    ['tag:env!=prod', 'agent nginx shop lost db'],
    ['tag:env -tag:env=prod', 'nginx db'],
    ['-env:prod', 'agent nginx shop lost db'],
    ['-version<1.20', 'web-01 shop lost db'],
    ['version>=1.20', 'web-01'],
  ],
  existence: [
    ['tag:env', 'web-01 nginx db'], ['tag:*', 'web-01 nginx db'], ['has:tag', 'web-01 nginx db'], ['no:tag', 'agent shop lost'], ['has:ip', 'web-01 db'],
    ['no:parent', 'agent db'], ['has:children', 'agent web-01 nginx'], ['has:label', 'nginx shop'], ['no:annotation', ALL],
  ],
  'key-only tags': [['tag:team', 'web-01'], ['tag:team=""', 'web-01'], ['tag:team=*', ''], ['tag:env=*', 'web-01 nginx db']],
  sets: [['kind:host,app', 'web-01 shop lost db'], ['kind:(host, app)', 'web-01 shop lost db'], ['-kind:(host, app)', 'agent nginx'], ['tag:cores tag:team', 'web-01'], ['tag:e*=prod tag:e*=qa', ''], ['tag:env!=(prod, qa)', 'agent shop lost db']],
  wildcards: [['name:web-*', 'web-01'], ['name:*o*', 'shop lost'], ['tag:e*=qa', 'nginx'], ['name:"web-*"', ''], ['label:path="x*y"', 'shop'], ['display_name:*0%', 'shop'], ['name:web_*', '']],
  case: [['name:WEB-01', 'web-01'], ['tag:ENV=Qa', 'nginx'], ['environment:PROD', 'web-01'], ['display_name:"CAFÉ 100%"', 'shop'], ['status:OFFLINE', 'lost']],
  'free text': [
    ['eb-0', 'web-01'], ['web 01', 'web-01'], ['cafe\u0301', 'shop'], ['"café 1"', 'shop'], ['"nginx:1"', 'nginx'], ['stag', 'db'], ['web prod', 'web-01'],
    ['abcdef', 'nginx'], ['abcde', ''], ['bcdef1', ''], ['10.1.2', 'web-01'], ['0198c0de-0000', ALL], ['c0de-0000', ''],
  ],
  numbers: [['tag:cores>=8', 'web-01 db'], ['tag:cores=8', 'web-01'], ['tag:cores=1..8', 'web-01'], ['-tag:cores>=8', 'agent nginx shop lost'], ['children>=1', 'agent web-01 nginx'], ['tags:0', 'agent shop lost'], ['tags:2..3', 'web-01 nginx db']],
  versions: [['version<1.20', 'agent nginx'], ['version>=1.19', 'web-01 nginx'], ['version:1.9..1.20', 'agent web-01 nginx'], ['version:1.20.0', ''], ['version:V1.20.0', 'web-01'], ['version:1.20-*', 'nginx']],
  time: [
    ['last_seen<1h', 'agent web-01 nginx shop'], ['last_seen<=1h', 'agent web-01 nginx shop lost'], ['last_seen>7d', 'db'], ['last_seen:30m..1d', 'lost'],
    ['first_seen:2026-01-01', 'db'], ['first_seen<2026-01-01', ''], ['first_seen>2026-01-01', 'agent web-01 nginx shop lost'],
    ['first_seen:2025-12-01..2026-01-01', 'db'], ['first_seen>=2026-01-02T01:00+02:00', 'agent web-01 nginx shop lost db'], ['first_seen!=2026-01-01', 'agent web-01 nginx shop lost'],
  ],
  network: [['ip:10.0.0.0/8', 'web-01'], ['ip:10.1.*', 'web-01'], ['ip:10.1.2.3', 'web-01'], ['ip:FE80:0::1', 'db'], ['-ip:0.0.0.0/0', 'agent nginx shop lost db']],
  hierarchy: [
    ['parent(kind:agent)', 'web-01'], ['parent()', 'web-01 nginx shop'], ['child(kind:app)', 'nginx'], ['child()', 'agent web-01 nginx'],
    ['ancestor(kind:agent)', 'web-01 nginx shop'], ['descendant(kind:app)', 'agent web-01 nginx'], ['-ancestor()', 'agent lost db'],
    ['ancestor(child(kind:app))', 'shop'], ['parent(is:retired)', 'lost'], [`parent:${idOf(0)}`, 'web-01'], [`under:${idOf(0)}`, 'web-01 nginx shop'], [`under:(${idOf(1)}, ${idOf(4)})`, 'nginx shop lost'],
  ],
  views: [
    ['view:prod', 'web-01'], ['view:PROD', 'web-01'], ['-view:prod', 'agent nginx shop lost db'], ['view!=prod', 'agent nginx shop lost db'], ['view:(prod, either)', 'web-01 shop lost db'],
    ['view!=(prod, either)', 'agent nginx'], ['view:either kind:app', 'shop lost'], ['kind:agent OR -view:either', 'agent web-01 nginx'], ['view:all', ALL], ['-view:all', ''], ['view:gone', 'gone'],
    ['view:shops', 'shop'], ['child(view:shops)', 'nginx'], ['parent(view:all) view:either', 'shop'],
  ],
  flags: [
    ['is:new', 'lost'], ['is:stale', 'lost db'], ['is:orphan', 'lost'], ['is:untagged', 'agent shop lost'], ['is:retired', 'gone'],
    ['-is:retired', ALL], ['-is:new', 'agent web-01 nginx shop db'], ['-is:orphan', 'agent web-01 nginx shop db'], ['is:retired OR kind:host', 'web-01 gone db'], ['tag:env=prod', 'web-01'], ['', ALL],
  ],
};
