// @ts-check
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPidFile } from './adopt-cluster.mjs';
import { isProcessAlive } from './process-alive.mjs';

const PREFIX = 'gosight-test-';

/** A folder for a cluster that lives no longer than this process. Ends and removes those whose process was killed. */
export async function makeThrowawayFolder() {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root the server runs as another user, who must get in.
  await chmod(folder, 0o755);
  return folder;
}

/** @param {string} folder */
export async function removeFolder(folder) {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function removeAbandoned() {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    if (isProcessAlive(Number.parseInt(name.slice(PREFIX.length), 10))) continue;
    const folder = join(tmpdir(), name);
    const server = readPidFile(join(folder, 'postgres', 'data'));
    if (server && isProcessAlive(server.pid)) process.kill(server.pid, 'SIGQUIT');
    await removeFolder(folder);
  }
}
