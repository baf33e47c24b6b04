/** What an attribute can hold. 64-bit integers beyond 2^53 are decimal text, bytes are base64, as in OTLP/JSON. */
export type AttributeValue = string | number | boolean | AttributeValue[] | { [key: string]: AttributeValue };

export type AttributeMap = ReadonlyMap<string, AttributeValue>;

/** An attribute set that is refused: its sentence is for the sender. */
export class UndecodableError extends Error {}

/** The first of these attributes that is there and not empty, as text. */
export function textOf(attributes: AttributeMap, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = scalarText(attributes.get(name));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** All texts of an attribute that may be one value or many. */
export function textsOf(attributes: AttributeMap, name: string): string[] {
  const value = attributes.get(name);
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => scalarText(each) ?? []);
}

function scalarText(value: AttributeValue | undefined): string | undefined {
  if (value === undefined || typeof value === 'object') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

/** A value as one line of text, whatever its shape. */
export function valueText(value: AttributeValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Names that senders still use for attributes that have a newer name. */
const OLD_NAMES = {
  'deployment.environment': 'deployment.environment.name',
  'container.runtime': 'container.runtime.name',
  'container.image.tag': 'container.image.tags',
  'faas.id': 'cloud.resource_id',
  'cloud.zone': 'cloud.availability_zone',
  'host.hostname': 'host.name',
} as const;

const OLD_POD_LABEL = /^k8s\.pod\.labels\./;

/** Empty values dropped, old names replaced where the new one is missing. */
export function normalizeAttributes(raw: AttributeMap): AttributeMap {
  const known = new Map([...raw].filter(([, value]) => !isEmpty(value)));
  for (const [old, name] of Object.entries(OLD_NAMES)) rename(known, old, name);
  for (const key of [...known.keys()]) if (OLD_POD_LABEL.test(key)) rename(known, key, key.replace(OLD_POD_LABEL, 'k8s.pod.label.'));
  return known;
}

function rename(attributes: Map<string, AttributeValue>, old: string, name: string): void {
  const value = attributes.get(old);
  if (value === undefined) return;
  attributes.delete(old);
  if (!attributes.has(name)) attributes.set(name, value);
}

function isEmpty(value: AttributeValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}
