import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits';
import { parseSelector } from './parse-selector';
import { printSelector } from './print-selector';
import { applySuggestion, SelectorError } from './selector-error';
import { describeTerm, FLAGS, TERM_NAMES } from './terms';
import { withoutPositions } from './testing/without-positions';

const canonical = (query: string) => printSelector(parseSelector(query));

function errorOf(query: string): SelectorError {
  try {
    parseSelector(query);
  } catch (error) {
    if (error instanceof SelectorError) return error;
    throw error;
  }
  throw new Error(`no error: ${query}`);
}

describe('grammar', () => {
  test.each([
    ['', ''],
    ['  \t ', ''],
    ['kind:host status:(offline, idle) tag:env=prod -tag:deprecated last_seen>15m web', 'kind:host status:(offline, idle) tag:env=prod -tag:deprecated last_seen>15m web'],
    ['kind=host', 'kind:host'],
    ['kind:HOST,Container', 'kind:(host, container)'],
    ['status:( Offline ,Idle )', 'status:(offline, idle)'],
    ['env:prod ns:default has:env', 'environment:prod namespace:default has:environment'],
    ['a AND b', 'a b'],
    ['a b OR c d', 'a b OR c d'],
    ['a (b OR c)', 'a (b OR c)'],
    ['(a (b c))', 'a b c'],
    ['(a OR (b OR c))', 'a OR b OR c'],
    ['(((((((a)))))))', 'a'],
    ['NOT a', '-a'],
    ['NOT (a OR b)', '-(a OR b)'],
    ['!kind:host', '-kind:host'],
    ['--a', '--a'],
    ['and or not', 'and or not'],
    ['"AND" "OR"', '"AND" "OR"'],
    ['"a b"', '"a b"'],
    ['"kind:host"', '"kind:host"'],
    ['"-x"', '"-x"'],
    ['a - b', 'a "-" b'],
    ['web-01 10.0.0.1:80 ::1', 'web-01 10.0.0.1:80 ::1'],
    ['tag:t=-5', 'tag:t=-5'],
    ['tag:t=!x', 'tag:t="!x"'],
    ['tag:env', 'tag:env'],
    ['tag:*', 'tag:*'],
    ['tag:env=*', 'tag:env=*'],
    ['tag:deprecated=""', 'tag:deprecated=""'],
    ['tag:env!=a,b', 'tag:env!=(a, b)'],
    ['tag:"a b"="c d"', 'tag:"a b"="c d"'],
    ['tag:t="x*y"', 'tag:t="x*y"'],
    ['label:image=nginx:1.2', 'label:image=nginx:1.2'],
    ['tag:team*=infra', 'tag:team*=infra'],
    ['tag:n=1..5 label:n=1..* tag:n="1..5" tag:n=a..b', 'tag:n=1..5 label:n=1..* tag:n="1..5" tag:n="a..b"'],
    ['tag:cores>=8', 'tag:cores>=8'],
    ['version>=v1.20 version:1.* version:1..2', 'version>=v1.20 version:1.* version:1..2'],
    ['first_seen:2026-01-01..2026-02-01', 'first_seen:2026-01-01..2026-02-01'],
    ['first_seen>=2026-01-01T10:00+02:00', 'first_seen>=2026-01-01T10:00+02:00'],
    ['last_seen:1h..2h', 'last_seen:1h..2h'],
    ['ip:10.0.0.0/8,10.1.*', 'ip:(10.0.0.0/8, 10.1.*)'],
    ['ip:"10.0.0.1"', 'ip:"10.0.0.1"'],
    ['children>=3 tags:0 children:1..5', 'children>=3 tags:0 children:1..5'],
    ['parent()', 'parent()'],
    ['child( kind:app ) parent(ancestor(tag:a OR b))', 'child(kind:app) parent(ancestor(tag:a OR b))'],
    ['under:0198C0DE-0000-7000-8000-000000000001', 'under:0198c0de-0000-7000-8000-000000000001'],
    ['status=offline,idle', 'status:(offline, idle)'],
    ['parent (x)', 'parent x'],
  ])('%s', (query, expected) => {
    expect(canonical(query)).toBe(expected);
    expect(withoutPositions(parseSelector(expected))).toEqual(withoutPositions(parseSelector(query)));
  });

  test('a term, its key and its values know where they stand', () => {
    expect(parseSelector('  tag:env=(a, "b c") x')).toMatchObject({
      type: 'and',
      at: { position: 2, length: 20 },
      parts: [
        {
          type: 'key',
          key: { text: 'env', at: { position: 6, length: 3 } },
          comparison: { values: [{ text: 'a', at: { position: 11, length: 1 } }, { text: 'b c', at: { position: 14, length: 5 } }] },
          at: { position: 2, length: 18 },
        },
        { type: 'text', value: { text: 'x' }, at: { position: 21, length: 1 } },
      ],
    });
  });

  test.each(TERM_NAMES.map((name) => describeTerm(name).example))('the example %s is canonical', (example) => {
    expect(canonical(example)).toBe(example);
  });

  test.each(Object.keys(FLAGS))('is:%s', (flag) => {
    expect(canonical(`is:${flag}`)).toBe(`is:${flag}`);
  });
});

describe('errors name the place and, where there is one, what to type', () => {
  test.each([
    ['team=core', 0, 9, 'tag:team=core'],
    ['team:core', 0, 9, 'tag:team=core'],
    ['x team=(a, b)', 2, 11, 'x tag:team=(a, b)'],
    ['web-01=5', 0, 8, 'tag:web-01=5'],
    ['knd:host', 0, 3, 'kind:host'],
    ['nmae:x', 0, 4, 'name:x'],
    ['Kind:host', 0, 4, 'kind:host'],
    ['lastSeen>1h', 0, 8, 'last_seen>1h'],
    ['hostname:x', 0, 8, 'name:x'],
    ['http://x', 0, 8, '"http://x"'],
    ['kind:hosts', 5, 5, 'kind:host'],
    ['status:oflin', 7, 5, 'status:offline'],
    ['is:stael', 3, 5, 'is:stale'],
    ['is:noncompliant', 3, 12, undefined],
    ['view:mine*', 5, 5, undefined],
    ['view:""', 5, 2, undefined],
    ['view>mine', 4, 1, 'view:mine'],
    ['x veiw:mine', 2, 4, 'x view:mine'],
    ['has:onwer', 4, 5, 'has:owner'],
    ['has:tag:env', 0, 11, 'tag:env'],
    ['no:tag:env', 0, 10, '-tag:env'],
    ['no:kind', 3, 4, undefined],
    ['has:*', 4, 1, undefined],
    ['under:web', 0, 9, 'ancestor(name:web)'],
    ['parent:web', 0, 10, 'parent(name:web)'],
    ['id:web', 3, 3, undefined],
    ['name<b', 4, 1, 'name:b'],
    ['tag=env', 3, 1, 'tag:env'],
    ['tag:env:prod', 7, 1, 'tag:env=prod'],
    ['tag:=x', 4, 0, undefined],
    ['tag:a@b=x', 4, 3, 'tag:"a@b"=x'],
    ['tag:cores>=many', 11, 4, undefined],
    ['children:many', 0, 13, 'child(many)'],
    ['children>(1, 2)', 9, 6, undefined],
    ['version<new', 8, 3, undefined],
    ['version:a..b', 8, 4, 'version:"a..b"'],
    ['last_seen:7d', 0, 12, 'last_seen<7d'],
    ['last_seen<sometime', 10, 8, undefined],
    ['last_seen<yesterday', 0, 19, 'last_seen>1d'],
    ['last_seen<2026-02-31', 10, 10, undefined],
    ['last_seen<36501d', 10, 6, undefined],
    ['ip:web', 3, 3, undefined],
    ['ip:10.0.0.0/33', 3, 11, undefined],
    ['kind:', 5, 0, undefined],
    ['kind: host', 5, 1, 'kind:host'],
    ['kind:host, app', 10, 1, 'kind:host,app'],
    ['kind:()', 6, 0, undefined],
    ['kind:(host app)', 5, 10, 'kind:(host, app)'],
    ['kind:(host', 5, 5, 'kind:(host)'],
    ['kind:""', 5, 2, undefined],
    ['""', 0, 2, ''],
    ['"open', 0, 5, '"open"'],
    ['(a', 0, 2, '(a)'],
    ['a)', 1, 1, 'a'],
    ['()', 0, 2, ''],
    ['a,b', 0, 3, '(a OR b)'],
    ['a OR', 2, 2, 'a '],
    ['AND', 0, 3, '"AND"'],
    ['a AND OR b', 6, 2, 'a AND "OR" b'],
    ['a(b)', 1, 0, 'a (b)'],
    ['(a)(b)', 3, 0, '(a) (b)'],
    ['"a"b', 3, 0, '"a" b'],
    ['parnt(x)', 0, 5, 'parent(x)'],
    ['a\u0000b', 1, 1, undefined],
    ['a\ud800', 1, 1, undefined],
    ['parent(child(parent(x)))', 13, 7, undefined],
    ['---------x', 8, 1, undefined],
    ['(((((((((a)))))))))', 8, 1, undefined],
  ])('%s', (query, position, length, fixed) => {
    const error = errorOf(query);
    expect([error.position, error.length]).toEqual([position, length]);
    expect(error.suggestion === undefined ? undefined : applySuggestion(query, error)).toBe(fixed);
    if (fixed !== undefined && query !== 'a AND OR b') expect(() => parseSelector(fixed)).not.toThrow();
  });
});

describe('limits', () => {
  const terms = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`).join(' ');
  const set = (count: number) => `name:(${Array.from({ length: count }, (_, i) => i).join(',')})`;

  test('what is allowed', () => {
    expect(() => parseSelector('x'.repeat(LIMITS.characters))).not.toThrow();
    expect(() => parseSelector(terms(LIMITS.terms))).not.toThrow();
    expect(() => parseSelector(set(LIMITS.setMembers))).not.toThrow();
    expect(() => parseSelector('-(-(-(-(-(-(-(-(a b))))))))')).not.toThrow();
    expect(() => parseSelector('parent(child(x))')).not.toThrow();
  });

  test.each([
    ['characters', 'x'.repeat(LIMITS.characters + 1)],
    ['terms', terms(LIMITS.terms + 1)],
    ['members', set(LIMITS.setMembers + 1)],
  ])('too many %s', (what, query) => {
    expect(errorOf(query).message).toContain(what);
  });
});

describe('a pasted kubectl selector is answered with its rewriting', () => {
  test.each([
    ['env in (prod,qa),!canary', 'tag:env=(prod, qa) -tag:canary'],
    ['env in (prod)', 'tag:env=prod'],
    ['Env notin (a, b)', 'tag:env!=(a, b)'],
    ['!canary', '-tag:canary'],
    ['env=prod,tier!=web', 'tag:env=prod tag:tier!=web'],
    ['app.kubernetes.io/name==web, canary', 'tag:app.kubernetes.io/name=web tag:canary'],
    [' a in (x), b notin (y, z) , c ', 'tag:a=x tag:b!=(y, z) tag:c'],
    ['a in (,x)', 'tag:a=("", x)'],
  ])('%s', (query, rewritten) => {
    const error = errorOf(query);
    expect(applySuggestion(query, error)).toBe(rewritten);
    expect(error.message).toContain('kubectl');
    expect(canonical(rewritten)).toBe(rewritten);
  });

  test.each(['status=offline,idle', 'a (b OR c)', 'disk in (b OR c)', '!kind:host', '-canary'])('%s is no kubectl selector', (query) => {
    expect(() => parseSelector(query)).not.toThrow();
  });
});
