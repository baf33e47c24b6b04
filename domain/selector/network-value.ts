/** An address or a network: 4 or 16 bytes, and how many bits of them count. */
export interface Network {
  bytes: readonly number[];
  bits: number;
}

const BYTE = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const V4 = `${BYTE}(\\.${BYTE}){3}`;
const HEX = '[0-9a-f]{1,4}';
const V6 = [
  `(${HEX}:){7}${HEX}`,
  `(${HEX}:){1,7}:`,
  ...[6, 5, 4, 3, 2, 1].map((before) => `(${HEX}:){1,${before}}(:${HEX}){1,${7 - before}}`),
  `:(:${HEX}){1,7}`,
  '::',
].join('|');

/** Of folded text, the same in SQL and here: what it does not match is no address. It never lets through what PostgreSQL's inet refuses. */
export const ADDRESS_PATTERN = `^(${V4}|${V6})$`;

const ADDRESS = new RegExp(ADDRESS_PATTERN);

/** The bytes of an IPv4 or IPv6 address. */
export function readAddress(text: string): readonly number[] | undefined {
  const folded = text.toLowerCase();
  if (!ADDRESS.test(folded)) return undefined;
  if (!folded.includes(':')) return folded.split('.').map(Number);
  const [head = '', tail] = folded.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = new Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 255]);
}

const groupsOf = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));

/** `10.0.0.0/8`, `fe80::/10`, or one address. */
export function readNetwork(text: string): Network | undefined {
  const [address = '', length, ...more] = text.split('/');
  const bytes = readAddress(address);
  if (bytes === undefined || more.length > 0) return undefined;
  const widest = bytes.length * 8;
  if (length === undefined) return { bytes, bits: widest };
  if (!/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > widest) return undefined;
  return { bytes, bits: Number(length) };
}

/** Whether the address lies in the network. Families never mix. */
export function networkContains(network: Network, address: readonly number[]): boolean {
  if (network.bytes.length !== address.length) return false;
  return network.bytes.every((byte, i) => {
    const bits = Math.min(8, Math.max(0, network.bits - i * 8));
    const mask = (0xff00 >> bits) & 0xff;
    return (byte & mask) === ((address[i] ?? 0) & mask);
  });
}

const BEGUN = /^(\d{1,3}(?:\.\d{1,3}){0,2})\.?$/;
const FROM_TO = /^((?:\d{1,3}\.){1,3})[\d.]+-(?:\1[\d.]+|\d{1,3})$/;

/** The pattern that the beginning of an address or a range of addresses means: `10.0.0`, `10.0.0.1-10.0.0.99`. */
export function meantAddresses(text: string): string | undefined {
  const begun = BEGUN.exec(text)?.[1] ?? FROM_TO.exec(text)?.[1]?.replace(/\.$/, '');
  return begun === undefined ? undefined : `${begun}.*`;
}
