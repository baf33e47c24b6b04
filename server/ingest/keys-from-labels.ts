import { createHash } from 'node:crypto';
import { compareByCodePoint } from '@/domain/fold';
import type { Kind } from '@/domain/kinds';
import type { IdentityKey } from '@/domain/resource-report';
import { hostKeys } from './identify-host';
import { serviceKey } from './identify-service';
import { bareContainerId, containerIdKey, hostId, hostName, medium, strong } from './identity-keys';

export interface LabelledResource {
  kind: Kind;
  name: string;
  labels: Record<string, string>;
  group: string | undefined;
  cluster: string | undefined;
  hasParent: boolean;
}

/**
 * How a resource that was reported by hand is recognised: by the labels that telemetry knows it by as well; else by all of its
 * labels; else by group and name.
 */
export function keysFromLabels(resource: LabelledResource): IdentityKey[] {
  const known = KEYS_OF_KIND[resource.kind](resource).filter((key) => key.key.indexOf('=') < key.key.length - 1);
  if (known.some((key) => key.strength !== 'weak')) return known;
  return [...(Object.keys(resource.labels).length > 0 ? [labelsKey(resource.labels)] : nameKeys(resource)), ...known];
}

function labelsKey(labels: Record<string, string>): IdentityKey {
  const sorted = Object.entries(labels).toSorted(([a], [b]) => compareByCodePoint(a, b));
  return medium('labels', createHash('sha256').update(JSON.stringify(sorted)).digest('hex'));
}

const anyName = (name: string): string => `name.any=${name}`;

/** A child that names its parent without the group finds it all the same, while it is the only one of that name. */
const nameKeys = ({ name, group }: LabelledResource): IdentityKey[] => [
  group === undefined ? medium('name.bare', name) : medium('name', `${group}/${name}`),
  { key: anyName(name), strength: 'weak', passive: true },
];

/** The keys of a parent that its child names. */
export function keysOfNamedParent(resource: LabelledResource): IdentityKey[] {
  return keysFromLabels(resource).map((key) => (key.key === anyName(resource.name) ? { key: key.key, strength: key.strength } : key));
}

const some = (value: string | undefined, make: (value: string) => IdentityKey): IdentityKey[] => (value === undefined || value === '' ? [] : [make(value)]);

const KEYS_OF_KIND = {
  agent: ({ labels }) => some(labels.agent_id, (id) => strong('agent_id', id)),
  host: ({ labels, name, cluster }) => {
    const named = hostName(labels.hostname);
    const keys = hostKeys({ uid: labels.k8s_node_uid, id: hostId(labels.host_id), names: [named ?? hostName(name)], cluster });
    // Its name alone says who a host is only when the sender calls it a host name.
    return named === undefined && labels.host_id === undefined && labels.k8s_node_uid === undefined ? keys.filter((key) => key.strength === 'weak') : keys;
  },
  container: ({ labels, name }) => [
    ...some(labels.container_id, (id) => containerIdKey(bareContainerId(id))),
    ...some(labels.k8s_pod_uid, (uid) => medium('k8s.container', `${uid}/${name}`)),
    ...some(labels.k8s_pod_uid, (uid) => ({ key: `k8s.pod=${uid}`, strength: 'weak', passive: true })),
  ],
  app: ({ labels, hasParent }) => [
    ...some(labels.service, (service) => serviceKey({ name: service, namespace: labels.service_namespace, instance: labels.service_instance_id, placed: hasParent })),
    ...some(labels.service === undefined ? labels.job : undefined, (job) => medium('job', `${job}/${labels.instance ?? ''}`)),
  ],
  device: ({ labels }) => some(labels.device_id, (id) => strong('device.id', id)),
  syslog: ({ labels }) => some(labels.hostname?.toLowerCase(), (host) => medium('hostname', host)),
  otel: () => [],
} as const satisfies Record<Kind, (resource: LabelledResource) => IdentityKey[]>;
