import { describe, expect, test } from 'vitest';
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
    // SQL
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
    // of the hand
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

  test.each(['last_seen<yesterday', 'last_seen>15 minutes', 'ip:10.0.0.0-10.0.0.255', 'kind:host,status:offline', 'status:'])('%s: the message says what stands there', (query) => {
    expect(adviceOn(query)?.message).toMatch(/such as|takes|begins after|missing/);
  });
});

test.each(['web and db', 'salt or pepper', 'kind:host and', 'nginx:1.2 is up'.slice(10), 'name:web-*', 'it\'s', 'x.y', '10.0.0.1:80', 'docker.io/nginx:latest', 'tag:note="null"', 'a - b'.slice(0, 1), '"or" kind:host', 'owner:nulls'])('%s needs no advice', (query) => {
  expect(adviceOn(query)).toBeUndefined();
});

test('words that were refused are found in quotes', () => {
  for (const word of ['&&', '||', '“web”', "'x'", '@host:foo']) expect(printSelector({ type: 'text', value: { type: 'text', text: word } })).toBe(`"${word}"`);
});
