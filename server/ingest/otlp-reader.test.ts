import fc from 'fast-check';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { type AttributeValue, UndecodableError } from './attribute-map';
import { readOtlpJson } from './otlp-json';
import { readResource, readResourceBlocks } from './otlp-reader';

/** The published messages as far as an export request's outer shape, with a scope part to step over. */
const root = protobuf.parse(`syntax = "proto3";
  message AnyValue { oneof value { string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4; ArrayValue array_value = 5; KeyValueList kvlist_value = 6; bytes bytes_value = 7; } }
  message ArrayValue { repeated AnyValue values = 1; }
  message KeyValueList { repeated KeyValue values = 1; }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message Resource { repeated KeyValue attributes = 1; uint32 dropped_attributes_count = 2; }
  message Scope { string name = 1; fixed64 time = 2; fixed32 flags = 3; }
  message Block { Resource resource = 1; repeated Scope scopes = 2; string schema_url = 3; }
  message Request { repeated Block blocks = 1; }`).root;
const Request = root.lookupType('Request');
const Block = root.lookupType('Block');
const Resource = root.lookupType('Resource');

type Json = Record<string, unknown>;

const encode = (type: protobuf.Type, json: Json): Uint8Array => type.encode(type.fromObject(json)).finish();
const attribute = (key: string, value: Json): Json => ({ key, value });
const blocksOf = (...resources: Json[]): Uint8Array => encode(Request, { blocks: resources.map((resource) => ({ resource, scopes: [{ name: 's', time: 1, flags: 2 }], schemaUrl: 'u' })) });
const read = (request: Uint8Array) => readResourceBlocks(request).map((bytes) => [...readResource(bytes)]);

/** Any value as OTLP/JSON spells it, with what it is read as. */
const { value: anyValue } = fc.letrec<{ value: [Json, AttributeValue] }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'grapheme' }).map((text): [Json, AttributeValue] => [{ stringValue: text }, text]),
    fc.boolean().map((value): [Json, AttributeValue] => [{ boolValue: value }, value]),
    fc.maxSafeInteger().map((value): [Json, AttributeValue] => [{ intValue: String(value) }, value]),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value): [Json, AttributeValue] => [{ intValue: String(value) }, Number.isSafeInteger(Number(value)) ? Number(value) : String(value)]),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value): [Json, AttributeValue] => [{ doubleValue: value + 0 }, value + 0]),
    fc.uint8Array().map((bytes): [Json, AttributeValue] => [{ bytesValue: Buffer.from(bytes).toString('base64') }, Buffer.from(bytes).toString('base64')]),
    fc.array(tie('value'), { maxLength: 3 }).map((values): [Json, AttributeValue] => [{ arrayValue: { values: values.map(([json]) => json) } }, values.map(([, value]) => value)]),
    fc
      .dictionary(fc.stringMatching(/^[a-z.]{1,9}$/), tie('value'), { maxKeys: 3, noNullPrototype: true })
      .map((values): [Json, AttributeValue] => [
        { kvlistValue: { values: Object.entries(values).map(([key, [json]]) => attribute(key, json)) } },
        Object.fromEntries(Object.entries(values).map(([key, [, value]]) => [key, value])),
      ]),
  ),
}));

test('reads what a full encoder writes, in protobuf and in JSON', async () => {
  const sets = fc.array(fc.dictionary(fc.stringMatching(/^[a-z.]{1,20}$/), anyValue, { maxKeys: 5, noNullPrototype: true }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(sets, async (resources) => {
      const json = resources.map((set) => ({ attributes: Object.entries(set).map(([key, [value]]) => attribute(key, value)) }));
      const expected = resources.map((set) => Object.entries(set).map(([key, [, value]]) => [key, value]));
      expect(read(blocksOf(...json))).toEqual(expected);
      const text = JSON.stringify({ resourceSpans: json.map((resource) => ({ resource })), unknownField: {} });
      expect((await readOtlpJson(Buffer.from(text), 'traces')).map((map) => [...map])).toEqual(expected);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('any bytes are read or refused, and nothing else happens', () => {
  const request = blocksOf({ attributes: [attribute('service.name', { stringValue: 'api' }), attribute('n', { arrayValue: { values: [{ intValue: 5 }] } })] });
  const harmless = (bytes: Uint8Array) => {
    try {
      read(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(UndecodableError);
    }
  };
  for (let end = 0; end < request.length; end++) harmless(request.subarray(0, end));
  const damaged = fc.tuple(fc.nat(request.length - 1), fc.integer({ min: 0, max: 255 })).map(([at, byte]) => Uint8Array.from(request, (each, index) => (index === at ? byte : each)));
  fc.assert(fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 40 })), harmless), { seed: 7, numRuns: 1_000 });
});

describe('the shape of a request', () => {
  const name = (text: string) => encode(Resource, { attributes: [attribute('service.name', { stringValue: text })] });
  const field = (number: number, bytes: Uint8Array) => Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);

  test('the Resource may come last in its block, and twice', () => {
    const scope = encode(Block, { scopes: [{ name: 's' }] });
    const version = encode(Resource, { attributes: [attribute('service.version', { stringValue: '1' })] });
    const block = Buffer.concat([scope, field(1, name('api')), scope, field(1, version)]);
    expect(read(field(1, block))).toEqual([[['service.name', 'api'], ['service.version', '1']]]);
  });

  test('a block without a Resource, and a request without blocks', () => {
    expect(read(field(1, encode(Block, { scopes: [{ name: 's' }] })))).toEqual([[]]);
    expect(read(new Uint8Array(0))).toEqual([]);
  });

  test('unknown fields and other wire types are stepped over', () => {
    expect(read(Buffer.concat([field(15, Buffer.from('x')), Buffer.from([0x08, 0x01]), field(1, field(1, name('api')))]))).toEqual([[['service.name', 'api']]]);
  });

  test.each([
    ['a length past the end', [0x0a, 0x05, 0x01]],
    ['a number of eleven bytes', [0x08, ...Array.from({ length: 10 }, () => 0xff), 0x01]],
    ['a group', [0x0b, 0x0c]],
    ['field number 0', [0x02, 0x00]],
  ])('%s is refused', (_, bytes) => {
    expect(() => read(Uint8Array.from(bytes))).toThrow(UndecodableError);
  });

  test('nesting has a limit, in protobuf and in JSON', async () => {
    const nested = (depth: number): Json => (depth === 0 ? { stringValue: 'x' } : { arrayValue: { values: [nested(depth - 1)] } });
    const set = (depth: number) => ({ attributes: [attribute('deep', nested(depth))] });
    expect(read(blocksOf(set(16)))).toHaveLength(1);
    expect(() => read(blocksOf(set(17)))).toThrow(/nested/);
    const json = (depth: number) => readOtlpJson(Buffer.from(JSON.stringify({ resourceLogs: [{ resource: set(depth) }] })), 'logs');
    expect(await json(16)).toHaveLength(1);
    await expect(json(17)).rejects.toThrow(/nested/);
  });

  test('so have the attributes of one resource', () => {
    const many = Array.from({ length: 1_100 }, (_, at) => attribute(`a${at}`, { boolValue: true }));
    expect(() => read(blocksOf({ attributes: many }))).toThrow(/more than 1024/);
  });
});

test.each(['', '[]', '"x"', '{"resourceLogs": {}}', '{"resourceLogs": [1]}', '{"resourceLogs": [{"resource": {"attributes": [{"value": {}}]}}]}', '{"resourceLogs": [{"resource": {"attributes": [{"key": "a", "value": {"intValue": "x"}}]}}]}', '\ud800'])(
  'JSON %j is refused',
  async (text) => {
    await expect(readOtlpJson(Buffer.from(text), 'logs')).rejects.toThrow(UndecodableError);
  },
);
