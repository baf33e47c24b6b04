import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../postgres/run-server.mjs';
import { makeThrowawayFolder, removeFolder } from '../postgres/throwaway-folder.mjs';
import { say } from '../progress.mjs';
import { PROJECT_ROOT } from '../project-root.mjs';
import { runChild } from '../run-child.mjs';
import { endLater } from '../shutdown.mjs';

/** From `npm run demo` to the inventory's first answer: in a fresh clone with an empty npm cache, and once more. */
export async function timeDemo(): Promise<{ demoColdSeconds: number; demoWarmSeconds: number }> {
  const folder = await makeThrowawayFolder();
  const forget = endLater('the clone', () => removeFolder(folder));
  const clone = join(folder, 'clone');
  try {
    if ((await runChild('git', ['git', 'clone', '--quiet', PROJECT_ROOT, clone], { cwd: folder })) !== 0) throw new Error('the project could not be cloned');
    const env = demoEnvironment(join(folder, 'npm-cache'), await freePort());
    const demoColdSeconds = await timeOnce(clone, env);
    const demoWarmSeconds = await timeOnce(clone, env);
    return { demoColdSeconds, demoWarmSeconds };
  } finally {
    forget();
    await removeFolder(folder);
  }
}

/** What npm told us of this run is not for that one; where its registry is, is. */
function demoEnvironment(cache: string, port: number): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|execpath|command|config_(cache|local_prefix))|^(INIT_CWD|DATABASE_URL|GOSIGHT_)/i.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: process.env.NODE_ENV, npm_config_cache: cache, PORT: String(port), DATABASE_URL: '' };
}

async function timeOnce(cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  const demo = spawn('npm', ['run', '--silent', 'demo'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = once(demo, 'close');
  const end = async () => {
    if (demo.pid !== undefined && demo.exitCode === null && demo.signalCode === null) process.kill(-demo.pid, 'SIGTERM');
    await ended;
  };
  const forget = endLater('the demo', end);
  let said = '';
  demo.stderr.on('data', (chunk) => (said += String(chunk)));
  let printed = '';
  const address = new Promise<string>((resolve, reject) => {
    demo.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const [url] = /http:\/\/\S+(?=\s)/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    });
    demo.once('close', () => reject(new Error(`npm run demo ended before it served:\n${said}`)));
  });
  try {
    const answer = await fetch(`${await address}/resources`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the demo's inventory answered ${answer.status}: ${text.slice(0, 500)}`);
    const seconds = (performance.now() - start) / 1_000;
    say(said.trimEnd().replace(/^/gm, '  '));
    return Math.round(seconds * 10) / 10;
  } finally {
    await end();
    forget();
  }
}
