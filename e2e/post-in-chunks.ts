import { request } from 'node:http';

/** Posts a body piece by piece without saying how long it is; answers the status and the body. */
export function postInChunks(url: string, contentType: string, chunks: Iterable<Uint8Array>): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const post = request(url, { method: 'POST', headers: { 'content-type': contentType, 'transfer-encoding': 'chunked' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
    });
    post.once('error', reject);
    const pieces = chunks[Symbol.iterator]();
    const send = () => {
      for (let piece = pieces.next(); !piece.done; piece = pieces.next()) {
        if (post.write(piece.value)) continue;
        post.once('drain', send);
        return;
      }
      post.end();
    };
    send();
  });
}
