import { type AttributeMap, type AttributeValue, UndecodableError } from './attribute-map';

/*
 * Every OTLP export request, whatever its signal, has the same outer shape: request field 1 = repeated block, block field 1 =
 * Resource, Resource field 1 = repeated KeyValue. Only this part is read; the rest is stepped over.
 */
const MAX_DEPTH = 16;
const MAX_BLOCKS = 100_000;
const MAX_ATTRIBUTES = 1_024;
const MAX_VALUES = 10_000;

const enum Wire {
  Varint = 0,
  Fixed64 = 1,
  Bytes = 2,
  Fixed32 = 5,
}

const text = new TextDecoder();

/** The bytes of each block's Resource, in order; no bytes where a block has none. */
export function readResourceBlocks(request: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (const field of fieldsOf(request)) {
    if (field.number !== 1 || field.wire !== Wire.Bytes) continue;
    if (blocks.length === MAX_BLOCKS) throw new UndecodableError(`more than ${MAX_BLOCKS} blocks in one request`);
    blocks.push(resourceOf(field.bytes));
  }
  return blocks;
}

/** A Resource that stands twice in its block is merged, and the bytes of two messages one after the other are their merge. */
function resourceOf(block: Uint8Array): Uint8Array {
  let resource: Uint8Array | undefined;
  for (const field of fieldsOf(block)) {
    if (field.number !== 1 || field.wire !== Wire.Bytes) continue;
    resource = resource === undefined ? field.bytes : Buffer.concat([resource, field.bytes]);
  }
  return resource ?? new Uint8Array(0);
}

/** The attributes of a Resource. */
export function readResource(resource: Uint8Array): AttributeMap {
  const attributes = new Map<string, AttributeValue>();
  const budget = { values: MAX_VALUES };
  for (const field of fieldsOf(resource)) {
    if (field.number !== 1 || field.wire !== Wire.Bytes) continue;
    const [key, value] = readKeyValue(field.bytes, 0, budget);
    if (value !== undefined) attributes.set(key, value);
    if (attributes.size > MAX_ATTRIBUTES) throw new UndecodableError(`more than ${MAX_ATTRIBUTES} attributes in one resource`);
  }
  return attributes;
}

interface Budget {
  values: number;
}

function readKeyValue(bytes: Uint8Array, depth: number, budget: Budget): [string, AttributeValue | undefined] {
  let key = '';
  let value: Uint8Array | undefined;
  for (const field of fieldsOf(bytes)) {
    if (field.wire !== Wire.Bytes) continue;
    if (field.number === 1) key = text.decode(field.bytes);
    if (field.number === 2) value = value === undefined ? field.bytes : Buffer.concat([value, field.bytes]);
  }
  return [key, value && readAnyValue(value, depth, budget)];
}

function readAnyValue(bytes: Uint8Array, depth: number, budget: Budget): AttributeValue | undefined {
  if (depth > MAX_DEPTH) throw new UndecodableError(`an attribute is nested more than ${MAX_DEPTH} deep`);
  if (budget.values-- === 0) throw new UndecodableError(`more than ${MAX_VALUES} values in one resource`);
  let value: AttributeValue | undefined;
  for (const field of fieldsOf(bytes)) value = readOneOf(field, depth, budget) ?? value;
  return value;
}

function readOneOf(field: Field, depth: number, budget: Budget): AttributeValue | undefined {
  const { number, wire, bytes } = field;
  if (wire === Wire.Varint && number === 2) return field.varint !== 0n;
  if (wire === Wire.Varint && number === 3) return integer(field.varint);
  if (wire === Wire.Fixed64 && number === 4) return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
  if (wire !== Wire.Bytes) return undefined;
  if (number === 1) return text.decode(bytes);
  if (number === 5) return readArray(bytes, depth, budget);
  if (number === 6) return readKeyValues(bytes, depth, budget);
  if (number === 7) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  return undefined;
}

function readArray(bytes: Uint8Array, depth: number, budget: Budget): AttributeValue[] {
  const values: AttributeValue[] = [];
  for (const field of fieldsOf(bytes)) {
    if (field.number !== 1 || field.wire !== Wire.Bytes) continue;
    const value = readAnyValue(field.bytes, depth + 1, budget);
    if (value !== undefined) values.push(value);
  }
  return values;
}

function readKeyValues(bytes: Uint8Array, depth: number, budget: Budget): AttributeValue {
  const entries: [string, AttributeValue][] = [];
  for (const field of fieldsOf(bytes)) {
    if (field.number !== 1 || field.wire !== Wire.Bytes) continue;
    const [key, value] = readKeyValue(field.bytes, depth + 1, budget);
    if (value !== undefined) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

export function integer(value: bigint): number | string {
  const signed = BigInt.asIntN(64, value);
  const number = Number(signed);
  return Number.isSafeInteger(number) ? number : String(signed);
}

interface Field {
  number: number;
  wire: Wire;
  /** Of a length-delimited or fixed field. */
  bytes: Uint8Array;
  varint: bigint;
}

const NOTHING = new Uint8Array(0);

/** The fields of one message. Groups, lengths past the end, field number 0 and overlong varints are refused. */
function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const cursor = { at: 0 };
  while (cursor.at < bytes.length) {
    const tag = readVarint(bytes, cursor);
    if (tag > 0xffff_ffffn) throw new UndecodableError('a field number is out of range');
    const number = Number(tag >> 3n);
    const wire = Number(tag & 7n);
    if (number === 0) throw new UndecodableError('field number 0');
    if (wire === Wire.Varint) {
      yield { number, wire, bytes: NOTHING, varint: readVarint(bytes, cursor) };
      continue;
    }
    yield { number, wire, bytes: take(bytes, cursor, lengthOf(wire, bytes, cursor)), varint: 0n };
  }
}

function lengthOf(wire: number, bytes: Uint8Array, cursor: { at: number }): number {
  if (wire === Wire.Bytes) return Number(readVarint(bytes, cursor));
  if (wire === Wire.Fixed64) return 8;
  if (wire === Wire.Fixed32) return 4;
  throw new UndecodableError(`wire type ${wire} is not used by OTLP`);
}

function take(bytes: Uint8Array, cursor: { at: number }, length: number): Uint8Array {
  const start = cursor.at;
  if (length > bytes.length - start) throw new UndecodableError('the message ends in the middle of a field');
  cursor.at = start + length;
  return bytes.subarray(start, cursor.at);
}

function readVarint(bytes: Uint8Array, cursor: { at: number }): bigint {
  let low = 0;
  // Up to four bytes fit an ordinary number; that is nearly all of them.
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = nextByte(bytes, cursor);
    low |= (byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt(low);
  }
  let value = BigInt(low);
  for (let shift = 28n; shift < 70n; shift += 7n) {
    const byte = nextByte(bytes, cursor);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, value);
  }
  throw new UndecodableError('a number is longer than 10 bytes');
}

function nextByte(bytes: Uint8Array, cursor: { at: number }): number {
  const byte = bytes[cursor.at++];
  if (byte === undefined) throw new UndecodableError('the message ends in the middle of a number');
  return byte;
}
