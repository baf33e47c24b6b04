import type { Kind } from '@/domain/kinds';
import type { TextField } from '@/domain/resource';
import { type AttributeMap, textOf, textsOf, valueText } from './attribute-map';
import { platformOf } from './cloud-platforms';

export type Fields = Partial<Record<TextField, string>>;

/** The fields that have a value. */
export function present(fields: Partial<Record<TextField, string | undefined>>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

export const presentLabels = (labels: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));

const hasKubernetes = (attributes: AttributeMap): boolean => [...attributes.keys()].some((name) => name.startsWith('k8s.'));

export function clusterOf(attributes: AttributeMap): string | undefined {
  return textOf(attributes, 'k8s.cluster.name') ?? textOf(attributes, 'aws.ecs.cluster.arn')?.replace(/^.*\//, '');
}

/** The fields that every resource of a block shares. */
export function sharedFields(attributes: AttributeMap): Fields {
  return present({
    environment: textOf(attributes, 'deployment.environment.name'),
    location: textOf(attributes, 'cloud.availability_zone', 'cloud.region'),
    platform: textOf(attributes, 'cloud.provider') ?? (hasKubernetes(attributes) ? 'kubernetes' : platformOf(textOf(attributes, 'cloud.platform'))),
    cluster: clusterOf(attributes),
  });
}

const ARCHES: Record<string, string> = { x86_64: 'amd64', x64: 'amd64', aarch64: 'arm64', i386: 'x86', i686: 'x86', ia32: 'x86' };

export function archOf(text: string | undefined): string | undefined {
  const lower = text?.toLowerCase();
  return lower === undefined ? undefined : (Object.hasOwn(ARCHES, lower) ? ARCHES[lower] : lower);
}

/** First IPv4 that is not link-local, else such an IPv6. */
export function primaryAddress(addresses: string[]): string | undefined {
  const usable = addresses.filter((each) => !/^(?:169\.254\.|fe[89ab][0-9a-f]:|127\.|::1$)/i.test(each));
  return usable.find((each) => /^\d+\.\d+\.\d+\.\d+$/.test(each)) ?? usable[0];
}

/** A cluster's workloads, but not labels and annotations of pods and namespaces, which say what their writers please. */
const OF_KUBERNETES = /^k8s\.(?:cluster\.uid|(?:node|pod|deployment|replicaset|statefulset|daemonset|job|cronjob|workload|namespace)\.(?:name|uid|kind)|container\.name|pod\.label\..+)$/;
const OF_CLOUD = /^(?:cloud\.(?:account\.id|region|resource_id|platform)|gcp\.[\w.]+|azure\.[\w.]+|aws\.ecs\.[\w.]+)$/;

/** What is kept as annotations, by kind. What is not listed is dropped: attributes may hold people's names, and requests' data. */
const KEPT: Record<Kind, RegExp[]> = {
  agent: [OF_CLOUD, /^telemetry\.(?:sdk|distro)\.(?:name|language|version)$/, /^service\.(?:instance\.id|namespace)$/, /^os\.(?:type|description)$/],
  host: [OF_CLOUD, /^k8s\.(?:node\.(?:name|uid)|cluster\.uid)$/, /^host\.(?:ip|mac|image\.[\w.]+|cpu\.[\w.]+)$/, /^os\.(?:description|name|build_id)$/],
  container: [OF_CLOUD, OF_KUBERNETES, /^container\.(?:image\.[\w.]+|label\..+|name)$/, /^os\.(?:type|description)$/],
  app: [
    OF_CLOUD, OF_KUBERNETES, /^telemetry\.(?:sdk|distro)\.(?:name|language|version)$/, /^service\.(?:instance\.id|criticality|framework\.\w+)$/,
    /^process\.(?:executable\.name|owner|runtime\.description)$/, /^faas\.(?:version|trigger|max_memory)$/,
  ],
  device: [/^device\.[\w.]+$/, /^os\.[\w.]+$/],
  syslog: [],
  otel: [/./],
};

const NEVER = /^process\.(?:command|pid|parent_pid|creation|environment)|^user(?:\.|_)|command_line|password|passwd|secret|token|authorization|api[._-]?key|credential/i;

/** Names that people know better than the attribute's own. */
const RENAMED: Record<string, string> = { 'container.image.name': 'container_image', 'host.type': 'instance_type', 'cloud.region': 'region' };

export function annotationsOf(attributes: AttributeMap, kind: Kind): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const [name, value] of attributes) {
    if (NEVER.test(name) || !(name === 'host.type' && kind === 'host') && !KEPT[kind].some((kept) => kept.test(name))) continue;
    annotations[RENAMED[name] ?? name] = Array.isArray(value) ? textsOf(attributes, name).join(', ') || valueText(value) : valueText(value);
  }
  return annotations;
}
