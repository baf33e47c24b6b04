import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from './errors';
import { BodyAllowance } from './in-flight';

const gunzipAsync = promisify(gunzip);

/**
 * Reads a body whole, gzip or not, and hands it to `work`. Its size is counted while it arrives, since many senders announce
 * none, and again after unpacking.
 */
export async function withBody<Result>(request: Request, maxBytes: number, work: (bytes: Uint8Array) => Promise<Result>): Promise<Result> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new AppError('unsupported_media_type', `The content encoding ${encoding} is not understood; gzip and identity are.`);
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const allowance = new BodyAllowance();
  try {
    const received = await collect(request, maxBytes, allowance);
    return await work(encoding === 'gzip' ? await unpack(received, maxBytes, allowance) : received);
  } finally {
    allowance.release();
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('too_large', `The body is larger than ${maxBytes / 1024 / 1024} MiB.`);
}

async function collect(request: Request, maxBytes: number, allowance: BodyAllowance): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (reader === undefined) return Buffer.alloc(0);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    allowance.hold(value.length);
    chunks.push(value);
  }
  return Buffer.concat(chunks, size);
}

async function unpack(packed: Buffer, maxBytes: number, allowance: BodyAllowance): Promise<Buffer> {
  if (packed.length === 0) return packed;
  // A gzip file ends with its size. It may lie, so the limit holds all the same.
  allowance.hold(packed.length < 4 ? 0 : Math.min(packed.readUInt32LE(packed.length - 4), maxBytes));
  try {
    return await gunzipAsync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new AppError('bad_request', 'The body is not valid gzip.', {}, { cause: error });
  }
}
