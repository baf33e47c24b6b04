import { JsonError, parseJson } from '../parse-json';
import { type AttributeMap, type AttributeValue, UndecodableError } from './attribute-map';
import { integer } from './otlp-reader';

const MAX_DEPTH = 16;

/** The member of an export request that holds the blocks, by the last part of its address. */
export const BLOCKS_OF_SIGNAL = { traces: 'resourceSpans', metrics: 'resourceMetrics', logs: 'resourceLogs' } as const;

export type Signal = keyof typeof BLOCKS_OF_SIGNAL;

/** The attributes of each block's Resource. */
export async function readOtlpJson(body: Uint8Array, signal: Signal): Promise<AttributeMap[]> {
  const name = BLOCKS_OF_SIGNAL[signal];
  const request = await parse(body, name);
  if (!isObject(request)) throw new UndecodableError('the request is not a JSON object');
  return listOf(request[name], name).map((block) => {
    if (!isObject(block)) throw new UndecodableError(`${name} holds something that is not an object`);
    const resource = block.resource ?? {};
    if (!isObject(resource)) throw new UndecodableError('a resource is not an object');
    return new Map(readKeyValues(resource.attributes, 0));
  });
}

async function parse(body: Uint8Array, blocks: string): Promise<unknown> {
  try {
    return await parseJson(body, { [blocks]: [{ resource: { attributes: true } }] });
  } catch (error) {
    throw error instanceof JsonError ? new UndecodableError(error.message) : error;
  }
}

function readKeyValues(list: unknown, depth: number): [string, AttributeValue][] {
  return listOf(list, 'attributes').flatMap((entry): [string, AttributeValue][] => {
    if (!isObject(entry) || typeof entry.key !== 'string') throw new UndecodableError('an attribute has no key');
    const value = readAnyValue(entry.value, depth);
    return value === undefined ? [] : [[entry.key, value]];
  });
}

function readAnyValue(holder: unknown, depth: number): AttributeValue | undefined {
  if (depth > MAX_DEPTH) throw new UndecodableError(`an attribute is nested more than ${MAX_DEPTH} deep`);
  if (holder === undefined || holder === null) return undefined;
  if (!isObject(holder)) throw new UndecodableError('the value of an attribute is not an object');
  const { stringValue, boolValue, intValue, doubleValue, bytesValue, arrayValue, kvlistValue } = holder;
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  if (intValue !== undefined) return readInteger(intValue);
  if (typeof doubleValue === 'number' || typeof doubleValue === 'string') return doubleValue;
  if (typeof bytesValue === 'string') return bytesValue;
  if (isObject(arrayValue)) return listOf(arrayValue.values, 'values').map((each) => readAnyValue(each, depth + 1)).filter((each) => each !== undefined);
  if (isObject(kvlistValue)) return Object.fromEntries(readKeyValues(kvlistValue.values, depth + 1));
  return undefined;
}

function readInteger(value: unknown): number | string {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return integer(BigInt(value));
  throw new UndecodableError('intValue is not a whole number');
}

function listOf(value: unknown, name: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new UndecodableError(`${name} is not a list`);
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
