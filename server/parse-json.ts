import { Worker } from 'node:worker_threads';
import { type Shape, pickShape } from './pick-shape';

const IN_PLACE_BELOW_BYTES = 1024 * 1024;
const WORKER_HEAP_MIB = 2_048;

/** What is no JSON. Its message names no content of the document. */
export class JsonError extends Error {}

/** The document, or the parts of it that `shape` names. A large one is parsed in a worker, so that other requests go on. */
export async function parseJson(bytes: Uint8Array, shape: Shape = true): Promise<unknown> {
  if (bytes.length >= IN_PLACE_BELOW_BYTES) return parseInWorker(bytes, shape);
  try {
    return pickShape(JSON.parse(decode(bytes)), shape);
  } catch (error) {
    throw asJsonError(error);
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function asJsonError(error: unknown): unknown {
  if (error instanceof SyntaxError) return new JsonError('the body is not JSON');
  return error instanceof TypeError || error instanceof RangeError ? new JsonError('the body is not UTF-8 text of JSON') : error;
}

const WORKER_SOURCE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const pick = ${pickShape.toString()};
  const text = new TextDecoder('utf-8', { fatal: true }).decode(workerData.bytes);
  let message;
  try {
    message = { value: pick(JSON.parse(text), workerData.shape) };
  } catch {
    message = { refused: true };
  }
  parentPort.postMessage(message);
`;

/** A worker of its own for each document: one that is out of memory takes nothing else with it. */
function parseInWorker(bytes: Uint8Array, shape: Shape): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_SOURCE, { eval: true, workerData: { bytes, shape }, resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MIB } });
    worker.once('message', (message: { value?: unknown; refused?: true }) => {
      if (message.refused) reject(new JsonError('the body is not JSON'));
      else resolve(message.value);
    });
    worker.once('error', () => reject(new JsonError('the body is not UTF-8 text of JSON, or it needs too much memory')));
    worker.once('exit', () => reject(new JsonError('the body could not be parsed')));
  });
}
