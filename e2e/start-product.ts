import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../scripts/serve-private.mjs', import.meta.url));

/** The built product on an empty database that nobody else uses. */
export interface Product {
  url: string;
  /** Kills PostgreSQL without a word; what was committed is kept. */
  killDatabase: () => Promise<void>;
  startDatabase: () => Promise<void>;
  /** Kills the web server without a word. */
  killServer: () => Promise<void>;
  /** The web server again, at the same address. */
  startServer: () => Promise<void>;
  /** Another web server on the same database; answers its address. It ends with the first. */
  startSecondServer: () => Promise<string>;
  stop: () => Promise<void>;
}

type Message = { url: string } | { done: string; answer?: string } | { failed: string };

export async function startProduct(): Promise<Product> {
  const server = fork(SERVER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ready = await nextMessage(server);
  if (!('url' in ready)) throw new Error('the server said something else than where it is');
  const order = async (name: 'killDatabase' | 'startDatabase' | 'killServer' | 'startServer' | 'startSecondServer') => {
    const answered = nextMessage(server);
    server.send(name);
    const message = await answered;
    return 'answer' in message ? message.answer : undefined;
  };
  return {
    url: ready.url,
    killDatabase: async () => void (await order('killDatabase')),
    startDatabase: async () => void (await order('startDatabase')),
    killServer: async () => void (await order('killServer')),
    startServer: async () => void (await order('startServer')),
    startSecondServer: async () => (await order('startSecondServer')) ?? '',
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

async function nextMessage(server: ChildProcess): Promise<Message> {
  const message = await new Promise<Message>((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server ended with exit code ${String(code)}`));
    server.once('exit', ended);
    server.once('message', (each) => {
      server.off('exit', ended);
      resolve(each as Message); // scripts/serve-private.mjs sends these three shapes only
    });
  });
  if ('failed' in message) throw new Error(message.failed);
  return message;
}
