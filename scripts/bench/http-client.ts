import { Agent, request } from 'node:http';

export interface HttpClient {
  get: (path: string) => Promise<string>;
  patch: (path: string, body: unknown) => Promise<string>;
  post: (path: string, body: unknown) => Promise<string>;
  close: () => void;
}

/** A client that keeps its connections; the time of a call ends with the last byte of the answer, and anything but success throws. */
export function httpClient(base: string): HttpClient {
  const agent = new Agent({ keepAlive: true });
  const send = (method: string, path: string, body?: string) =>
    new Promise<string>((resolve, reject) => {
      const headers = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const call = request(`${base}${path}`, { method, agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200 || response.statusCode === 202) resolve(text);
          else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      call.once('error', reject);
      call.end(body);
    });
  return {
    get: (path) => send('GET', path),
    patch: (path, body) => send('PATCH', path, JSON.stringify(body)),
    post: (path, body) => send('POST', path, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}
