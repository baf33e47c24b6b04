import { expect, test, vi } from 'vitest';
import { checkOrigin } from './check-origin';

vi.stubEnv('GOSIGHT_ALLOWED_HOSTS', 'registry.example.com,10.0.0.5:8080');

const asked = (method: string, headers: Record<string, string>) => () => checkOrigin({ method, headers: new Headers(headers) });

test.each(['localhost', 'localhost:3000', 'LOCALHOST:1', '127.0.0.1:3000', '[::1]', '[::1]:3000', 'registry.example.com', 'Registry.example.com:8443', '10.0.0.5:8080'])(
  'the host %s is ours',
  (host) => {
    expect(asked('GET', { host })).not.toThrow();
  },
);

test.each(['', 'evil.example', 'localhost.evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '10.0.0.5', '10.0.0.5:8081', '127.0.0.2', 'localhost:3000@evil.example', 'localhost:'])(
  'the host "%s" is refused, for reading too',
  (host) => {
    expect(asked('GET', { host })).toThrow(expect.objectContaining({ code: 'forbidden_origin' }));
  },
);

test('a request without a host is refused', () => {
  expect(asked('GET', {})).toThrow(expect.objectContaining({ code: 'forbidden_origin' }));
});

test.each(['POST', 'PATCH', 'DELETE', 'PUT'])('%s of another origin is refused, of the same or of no page accepted', (method) => {
  const host = 'localhost:3000';
  for (const origin of ['http://evil.example', 'null', 'http://localhost:3001', 'http://localhost', 'rubbish']) {
    expect(asked(method, { host, origin })).toThrow(expect.objectContaining({ code: 'forbidden_origin' }));
  }
  expect(asked(method, { host, origin: 'http://localhost:3000' })).not.toThrow();
  expect(asked(method, { host })).not.toThrow();
  expect(asked(method, { host: 'localhost', origin: 'http://localhost' })).not.toThrow();
});

test('reading is left to the browser, which shows a foreign page nothing', () => {
  expect(asked('GET', { host: 'localhost:3000', origin: 'http://evil.example' })).not.toThrow();
});
