import { describe, expect, test } from 'vitest';
import { FOREIGN_EXAMPLES } from './foreign-examples';
import { hintOn } from './hint-on';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { applySuggestion, SelectorError } from './selector-error';

/** What is said to a query: the query with the suggestion put in, again and again until nothing more is said. */
function corrected(query: string): { query: string; steps: number } {
  for (let text = query, steps = 0; ; steps++) {
    if (steps > 4) throw new Error(`never right: ${text}`);
    const advice = adviceOn(text);
    if (advice === undefined) return { query: printSelector(parseSelector(text)), steps };
    expect(advice.suggestion, `${text}: ${advice.message}`).toBeDefined();
    text = applySuggestion(text, advice);
  }
}

function adviceOn(text: string) {
  try {
    return hintOn(text, parseSelector(text));
  } catch (error) {
    if (error instanceof SelectorError) return error;
    throw error;
  }
}

describe('whoever knows another language and guesses wrong is told what to type', () => {
  test.each([
    // kubectl and Prometheus
    ['env in (a,b)', 'tag:env=(a, b)'],
    ['!canary', '-tag:canary'],
    ['env==prod', 'environment:prod'],
    ['metadata.labels.app=web', 'label:metadata.labels.app=web'],
    ['{env="prod",team=~"a|b"}', 'tag:env=prod tag:team=(a, b)'],
    ['up{env="prod",host!~"db-.*"}', 'up tag:env=prod tag:host!=db-*'],
    ['env="prod",team!="x y"', 'tag:env=prod tag:team!="x y"'],
    ['name=~"^web.*$"', 'name:web*'],
    ['name =~ "web.*"', 'name:web*'],
    ['kind in (host, container)', 'kind:(host, container)'],
    ['env in ("prod", "qa")', 'environment:(prod, qa)'],
    ["-l 'app in (web,db)'", 'tag:app=(web, db)'],
    ['--selector=app=web', 'tag:app=web'],
    ['-n kube-system kind:app', 'namespace:kube-system kind:app'],
    ["node_cpu{mode='idle'}", 'node_cpu tag:mode=idle'],
    ['rate(http_requests_total{job="x"}[5m])', 'http_requests_total tag:job=x'],
    ['{job="x"} |= "error"', 'error tag:job=x'],
    ['job!~"a.*"', '-tag:job=*a*'],
    ['kind:Pod', 'kind:container'],
    ['kind:server status:down', 'kind:host status:offline'],
    ['kind:(node, container)', 'kind:(host, container)'],
    ['tag:cost>10k', 'tag:cost>10000'],
    ['children>=1.5K', 'children>=1500'],
    ['label:memory>8GB', 'label:memory>8'],
    // GitHub
    ['author:me', 'owner:me'],
    ['is:open', 'status:online'],
    ['is:offline', 'status:offline'],
    ['is:container', 'kind:container'],
    ['created:>=2026-01-01', 'created>=2026-01-01'],
    ['children:>3', 'children>3'],
    ['kind:host sort:name', 'kind:host'],
    ['- tag:x', '-tag:x'],
    ['not kind:host', '-kind:host'],
    ['archived:false', '-is:retired'],
    ['is:archived', 'is:retired'],
    ['stale:true', 'is:stale'],
    ['is:bug', 'tag:bug'],
    ['-is:not-stale', '--is:stale'],
    ['limit:10 kind:host', 'kind:host'],
    ['no:team', '-tag:team'],
    ['has:team', 'tag:team'],
    ['no:tags', 'no:tag'],
    ['created:2026-02', 'created:2026-02-01..2026-02-28'],
    ['created:2024', 'created:2024-01-01..2024-12-31'],
    ['updated>2026/01/31', 'updated>2026-01-31'],
    ['older_than:7d', 'last_seen>7d'],
    ['since:2026-01-01', 'last_seen>=2026-01-01'],
    // Datadog
    ['@host:foo', 'label:host=foo'],
    ['@http.status_code:>499', 'label:http.status_code>499'],
    ['@kind:host', 'kind:host'],
    ['env:prod AND -service:x', 'environment:prod -tag:service=x'],
    ['service:*', 'tag:service=*'],
    ['host:web-1', 'name:web-1'],
    ['tags:env:prod', 'tag:env=prod'],
    ['tag:env:prod', 'tag:env=prod'],
    ['env:(prod OR qa)', 'environment:(prod, qa)'],
    ['kind:(host app)', 'kind:(host, app)'],
    ['_exists_:owner', 'has:owner'],
    ['missing:owner', 'no:owner'],
    ['last_seen>now-1h', 'last_seen<1h'],
    ['@http.status_code:[400 TO 499]', 'label:http.status_code=400..499'],
    ['@duration:>1s', 'label:duration>1'],
    ['{env:prod,service:web}', 'environment:prod tag:service=web'],
    ['{"env": "prod", "kind": "host"}', 'environment:prod kind:host'],
    ['tags:(env:prod OR env:qa)', 'tag:env=prod OR tag:env=qa'],
    ['availability-zone:eu-1a', 'tag:availability-zone=eu-1a'],
    ['service:web-?', 'tag:service=web-*'],
    ['env:prod,service:web', 'environment:prod tag:service=web'],
    // Lucene and Splunk
    ['+env:prod -env:qa', 'environment:prod -environment:qa'],
    ['children:[3 TO 5]', 'children:3..5'],
    ['last_seen:[now-1d TO now]', 'last_seen:0s..1d'],
    ['created:[2026-01-01 TO 2026-02-01]', 'created:2026-01-01..2026-02-01'],
    ['name:web~2', 'name:web'],
    ['name:/web-[0-9]+/', 'name:*web-*'],
    ['/regex/', '*regex*'],
    ['search env=prod | stats count by host', 'environment:prod'],
    ['where like(name, "web%")', 'name:web*'],
    ['earliest=-1d', 'last_seen<1d'],
    ['env : prod', 'environment:prod'],
    // SQL
    ["SELECT * FROM resources WHERE env = 'prod' ORDER BY name LIMIT 10", 'environment:prod'],
    ["env NOT IN ('prod','qa')", '-environment:(prod, qa)'],
    ['status not in (offline, idle)', '-status:(offline, idle)'],
    ['env in prod, qa', 'environment:(prod, qa)'],
    ['env in [prod, qa]', 'environment:(prod, qa)'],
    ['children between 3 and 5', 'children:3..5'],
    ["name NOT REGEXP '^web-[0-9]+$'", '-name:web-*'],
    ["name !~ 'web'", '-name:*web*'],
    ["last_seen > now() - interval '1 day'", 'last_seen<1d'],
    ["created_at > '2024-01-01'", 'created>2024-01-01'],
    ["LOWER(name) = 'web'", 'name:web'],
    ["tags->>'env' = 'prod'", 'tag:env=prod'],
    ['tags["env"]="prod"', 'tag:env=prod'],
    ['tag(env)=prod', 'tag:env=prod'],
    ['owner is not empty', 'has:owner'],
    ['tag:env is null', '-tag:env'],
    ['isnotnull(owner)', 'has:owner'],
    ["name like '%x%'", 'name:*x*'],
    ['name not like "x%"', '-name:x*'],
    ['name LIKE "x%"', 'name:x*'],
    ['status = offline', 'status:offline'],
    ["status = 'offline'", 'status:offline'],
    ['status <> offline', 'status!=offline'],
    ['tag:env != "a b"', 'tag:env!="a b"'],
    ['owner is null', 'no:owner'],
    ['owner is not null', 'has:owner'],
    ['ip in 10.0.0.0/8', 'ip:10.0.0.0/8'],
    ['cpu>3', 'tag:cpu>3'],
    ['version>=1.2 <2', 'version>=1.2 version<2'],
    // programming languages
    ['kind:host && status:offline', 'kind:host status:offline'],
    ['kind:host || kind:app', 'kind:host OR kind:app'],
    ['kind:host and status:offline', 'kind:host status:offline'],
    ['kind:host or kind:app', 'kind:host OR kind:app'],
    ['kind:host|app', 'kind:(host, app)'],
    ['kind:host&status:offline', 'kind:host status:offline'],
    ['tag:a=b&tag:c=d', 'tag:a=b tag:c=d'],
    ['tag:a=b=c', 'tag:a="b=c"'],
    ['kind:!host', '-kind:host'],
    ['tag:env=[a,b]', 'tag:env=(a, b)'],
    ['kind:{host,app}', 'kind:(host, app)'],
    ['tag[env]=prod', 'tag:env=prod'],
    ['labels.region=eu', 'label:region=eu'],
    ['host.name:web', 'label:host.name=web'],
    ['contains(name, "web")', 'name:*web*'],
    ["startsWith(name, 'a b')", 'name:"a b"'],
    ['exists(owner)', 'has:owner'],
    ['name:/web.*/', 'name:*web*'],
    ['owner:null', 'no:owner'],
    ['tag:env=none', '-tag:env'],
    ['children gt 3', 'children>3'],
    ['env ne prod', '-environment:prod'],
    ['name starts with web', 'name:web*'],
    ["status isn't offline", '-status:offline'],
    ['status:not offline', '-status:offline'],
    ['count(children)>3', 'children>3'],
    ['children(web)', 'child(web)'],
    ['parent.name=web', 'parent(name:web)'],
    ['parent.tag.env:prod', 'parent(tag:env=prod)'],
    ['not(kind:host or kind:app)', '-(kind:host OR kind:app)'],
    ['env:prod|qa', 'environment:(prod, qa)'],
    ['kind:host | status:offline', 'kind:host OR status:offline'],
    ['kind:host & status:offline', 'kind:host status:offline'],
    ['children≥3', 'children>=3'],
    ['version:1.2.x', 'version:1.2.*'],
    // of the hand
    ['kind:host, status:offline', 'kind:host status:offline'],
    ['kind:host,status:offline', 'kind:host status:offline'],
    ['tag:env=prod,team=core', 'tag:env=prod tag:team=core'],
    ['tag:env,team', 'tag:env tag:team'],
    ['tag==env', 'tag:env'],
    ['last-seen<1h', 'last_seen<1h'],
    ['last_seen > 1 hour ago', 'last_seen>1h'],
    ['last_seen older than 2 weeks', 'last_seen>2w'],
    ['created:yesterday', 'created:1d..2d'],
    ['cpu>80%', 'tag:cpu>80'],
    ['children:3+', 'children>=3'],
    ['ip:10.0.0', 'ip:10.0.0.*'],
    ['ip:10.0.0.0-10.0.0.255', 'ip:10.0.0.*'],
    ['fe80::1', 'ip:fe80::1'],
    ['“web server”', '"web server"'],
    ['name:“web', 'name:web'],
    ["name:'web'", 'name:web'],
    ['(kind:host OR (a b', 'kind:host OR a b'],
    ['kind:(host, app', 'kind:(host, app)'],
    ['env:prod,', 'environment:prod'],
    ['status:down', 'status:offline'],
    ['last_seen>15min', 'last_seen>15m'],
    ['last_seen:1month', 'last_seen<30d'],
    ['ancestor:web', 'ancestor(web)'],
    ['children:web', 'child(web)'],
    ['age>7d', 'first_seen>7d'],
  ])('%s: %s', (guess, meant) => {
    const { query, steps } = corrected(guess);
    expect(query).toBe(meant);
    expect(steps > 0).toBe(guess !== meant);
  });

  test.each(['last_seen<sometime', 'last_seen>15', 'ip:10.0.0.0-10.0.0.255', 'kind:host,status:offline', 'status:'])('%s: the message says what stands there', (query) => {
    expect(adviceOn(query)?.message).toMatch(/such as|takes|begins after|missing/);
  });
});

test.each(FOREIGN_EXAMPLES)('the help says rightly that $guess is $query here', ({ guess, query }) => {
  expect(corrected(guess).query).toBe(printSelector(parseSelector(query)));
});

test.each(['web and db', 'salt or pepper', 'kind:host and', 'nginx:1.2 is up'.slice(10), 'name:web-*', 'it\'s', 'x.y', '10.0.0.1:80', 'docker.io/nginx:latest', 'tag:note="null"', 'a - b'.slice(0, 1), '"or" kind:host', 'owner:nulls', 'the host is up in berlin', 'what is web-01', '"name in (a, b)"', 'tag:note="a | b"', 'my-app:1.2', 'R&D', 'name:a_b%c', 'last_seen>15m kind:host'])('%s needs no advice', (query) => {
  expect(adviceOn(query)).toBeUndefined();
});

test('words that were refused are found in quotes', () => {
  for (const word of ['&&', '||', '“web”', "'x'", '@host:foo']) expect(printSelector({ type: 'text', value: { type: 'text', text: word } })).toBe(`"${word}"`);
});

describe('whoever stops half-way is told how the query ends', () => {
  test.each([
    ['kind:host OR', 'kind:host'],
    ['kind:host AND NOT', 'kind:host'],
    ['(web OR)', 'web'],
    ['NOT', '"NOT"'],
    ['-NOT', '"-NOT"'],
    ['web !NOT', 'web'],
    ['"a b"OR', '"a b"'],
    ['web ()', 'web'],
    ['env:', 'has:environment'],
    ['web env=', 'web has:environment'],
    ['tag:env=', 'tag:env'],
    ['-label:"a b"=', '-label:"a b"'],
  ])('%s becomes %s', (guess, meant) => {
    expect(corrected(guess).query).toBe(meant);
  });

  test.each([
    ['kind:', 5, 'a value is missing here, as in kind:(host, container)'],
    ['last_seen<', 10, 'a value is missing here, as in last_seen>15m'],
    ['tag:env!=', 9, 'a value is missing here; "" is the empty text'],
  ])('%s has no value that could be meant, and an example is shown', (query, position, message) => {
    expect(adviceOn(query)).toMatchObject({ position, length: 0, message, suggestion: undefined });
  });
});
