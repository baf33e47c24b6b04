import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../project-root.mjs';
import { demoFleet } from './demo-fleet';

test('all that are Online are heard, those that are silent on purpose never, and an own fleet is left alone', { timeout: 180_000 }, async () => {
  const calls: { path: string | undefined; ids: string[] }[] = [];
  const server = createServer(async (request, response) => {
    const { ids }: { ids: string[] } = JSON.parse(await text(request));
    calls.push({ path: request.url, ids });
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ accepted: 0, unknown: ids }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/seed/demo-heartbeats.ts', '--url', `http://127.0.0.1:${port}`], { cwd: PROJECT_ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  server.close();

  const statuses = new Map<string, string>();
  for await (const { id, status } of demoFleet()) statuses.set(id, status);
  const online = [...statuses].filter(([, status]) => status === 'Online').map(([id]) => id);
  expect({ code, paths: calls.map(({ path }) => path) }).toEqual({ code: 0, paths: ['/api/v1/heartbeats'] });
  const heard = new Set(calls[0]?.ids);
  expect(online.filter((id) => !heard.has(id))).toEqual([]);
  expect(new Set([...heard].map((id) => statuses.get(id)))).toEqual(new Set(['Online', 'Idle']));
  expect(heard.size).toBeLessThan(online.length + 10);
});
