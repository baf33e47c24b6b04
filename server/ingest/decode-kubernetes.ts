import * as z from 'zod/mini';
import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { ParentReport, ResourceReport } from '@/domain/resource-report';
import type { Status } from '@/domain/status';
import type { Shape } from '../pick-shape';
import { archOf, present, presentLabels, primaryAddress } from './describe-block';
import { fitReport } from './fit-report';
import { podContainerKeys, podKeys } from './identify-container';
import { hostKeys } from './identify-host';
import { bareContainerId, containerIdKey, containerIdScheme, strong } from './identity-keys';

export interface DecodedImport {
  reports: ResourceReport[];
  skipped: { reason: string; count: number }[];
  errors: { path: string; message: string }[];
}

const texts = z.optional(z.nullable(z.record(z.string(), z.string())));
const text = z.optional(z.nullable(z.string()));
const metadata = z.object({ name: z.string(), namespace: text, uid: text, labels: texts });

const Node = z.object({
  metadata,
  spec: z.optional(z.nullable(z.object({ providerID: text }))),
  status: z.optional(
    z.object({
      addresses: z.optional(z.nullable(z.array(z.object({ type: z.string(), address: z.string() })))),
      conditions: z.optional(z.nullable(z.array(z.object({ type: z.string(), status: z.string() })))),
      nodeInfo: z.optional(z.object({ architecture: text, operatingSystem: text, osImage: text, kernelVersion: text, kubeletVersion: text, containerRuntimeVersion: text })),
    }),
  ),
});

const ContainerStatus = z.object({ name: z.string(), containerID: text, image: text, state: z.optional(z.nullable(z.record(z.string(), z.unknown()))) });

const Pod = z.object({
  metadata,
  spec: z.optional(z.nullable(z.object({ nodeName: text }))),
  status: z.optional(z.nullable(z.object({ phase: text, podIP: text, containerStatuses: z.optional(z.nullable(z.array(ContainerStatus))) }))),
});

type Node = z.infer<typeof Node>;
type Pod = z.infer<typeof Pod>;
type ContainerStatus = z.infer<typeof ContainerStatus>;

const KEPT: { [key: string]: Shape } = { kind: true, metadata: { name: true, namespace: true, uid: true, labels: true }, spec: { nodeName: true, providerID: true }, status: true };

/** The parts of a dump that are read; the rest is many times as large. */
export const KUBERNETES_SHAPE: Shape = { ...KEPT, items: [KEPT] };

const Dump = z.object({ kind: text, items: z.optional(z.nullable(z.array(z.unknown()))) });

/** What `kubectl get nodes,pods -A -o json` prints: a list of any kind, or a single object. */
export function decodeKubernetes(document: unknown): DecodedImport {
  const dump = Dump.safeParse(document);
  if (!dump.success || (dump.data.kind ?? '') === '') return { reports: [], skipped: [], errors: [{ path: '', message: 'not an object of Kubernetes: it has no kind' }] };
  const kind = dump.data.kind ?? '';
  const isList = kind.endsWith('List');
  const items: unknown[] = isList ? (dump.data.items ?? []) : [document];
  const path = (position: number) => (isList ? `items.${position}` : '');
  const kindOf = (item: unknown) => Dump.safeParse(item).data?.kind ?? (isList ? kind.replace(/List$/, '') : kind);

  const errors: DecodedImport['errors'] = [];
  const nodes: Node[] = [];
  const pods: Pod[] = [];
  const skipped = new Map<string, number>();
  for (const [position, item] of items.entries()) {
    const itemKind = kindOf(item);
    if (itemKind === 'Node') keep(Node.safeParse(item), nodes, path(position), errors);
    else if (itemKind === 'Pod') keep(Pod.safeParse(item), pods, path(position), errors);
    else skipped.set(itemKind, (skipped.get(itemKind) ?? 0) + 1);
  }
  const hosts = new Map(nodes.map((node) => [node.metadata.name, hostReport(node)]));
  const named = new Map<string, ParentReport>([...hosts].map(([name, { kind: hostKind, keys, fields, labels }]) => [name, { kind: hostKind, name, keys, fields, labels }]));
  const containers = pods.flatMap((pod) => podReports(pod, parentNode(pod, named)));
  return {
    reports: [...hosts.values(), ...containers].map(fitReport),
    skipped: [...skipped].map(([name, count]) => ({ reason: name === '' ? 'an object without kind' : `${name} is neither a Node nor a Pod`, count })),
    errors,
  };
}

function keep<Item>(parsed: { success: true; data: Item } | { success: false; error: z.core.$ZodError }, kept: Item[], path: string, errors: DecodedImport['errors']): void {
  if (parsed.success) kept.push(parsed.data);
  else for (const issue of parsed.error.issues.slice(0, 1)) errors.push({ path: [path, ...issue.path].filter((part) => part !== '').join('.'), message: issue.message });
}

/** A provider's own id of the machine, which the machine's telemetry calls `host.id` on AWS. */
function instanceKey(providerId: string | null | undefined) {
  if (!providerId) return [];
  const instance = /^aws:\/\/.*\/(i-[0-9a-f]+)$/.exec(providerId)?.[1];
  return [instance === undefined ? strong('cloud.instance', providerId.toLowerCase()) : strong('host.id', instance)];
}

function hostReport({ metadata: { name, uid, labels }, spec, status }: Node): ResourceReport {
  const info = status?.nodeInfo;
  const isReady = status?.conditions?.find((condition) => condition.type === 'Ready')?.status !== 'False';
  const zone = labels?.['topology.kubernetes.io/zone'] ?? labels?.['failure-domain.beta.kubernetes.io/zone'];
  const addresses = status?.addresses?.filter((address) => address.type === 'InternalIP').map(({ address }) => address) ?? [];
  return {
    kind: 'host',
    name,
    keys: [...instanceKey(spec?.providerID), ...hostKeys({ uid: uid ?? undefined, nodeName: name, names: [name], cluster: undefined })].toSorted(strongFirst),
    fields: present({
      platform: cloudOf(spec?.providerID) ?? 'kubernetes',
      location: zone,
      os: info?.operatingSystem?.toLowerCase(),
      arch: archOf(info?.architecture ?? undefined),
      version: info?.kernelVersion ?? undefined,
      ipAddress: primaryAddress(addresses),
      runtime: info?.containerRuntimeVersion?.replace('://', ' '),
      resourceType: 'k8s-node',
    }),
    defaults: { group: KIND_DESCRIPTIONS.host.plural },
    labels: presentLabels({ hostname: name, k8s_node_uid: uid ?? undefined }),
    annotations: presentLabels({ 'os.description': info?.osImage ?? undefined, 'k8s.kubelet.version': info?.kubeletVersion ?? undefined, 'k8s.node.provider_id': spec?.providerID ?? undefined, instance_type: labels?.['node.kubernetes.io/instance-type'] }),
    tags: {},
    status: isReady ? 'Unknown' : 'Offline',
    seenAt: null,
  };
}

const strongFirst = (a: { strength: string }, b: { strength: string }): number => Number(b.strength === 'strong') - Number(a.strength === 'strong');

const CLOUDS: Record<string, string> = { aws: 'aws', gce: 'gcp', azure: 'azure' };

const cloudOf = (providerId: string | null | undefined): string | undefined => CLOUDS[providerId?.split(':')[0] ?? ''];

function parentNode(pod: Pod, named: Map<string, ParentReport>): ParentReport | undefined {
  const name = pod.spec?.nodeName;
  if (!name) return undefined;
  const known = named.get(name);
  if (known !== undefined) return known;
  const stub: ParentReport = { kind: 'host', name, keys: hostKeys({ nodeName: name, names: [name], cluster: undefined }), fields: { platform: 'kubernetes', resourceType: 'k8s-node' }, labels: { hostname: name } };
  named.set(name, stub);
  return stub;
}

/** A report for each container, or one for the pod while it has none. */
function podReports(pod: Pod, parent: ParentReport | undefined): ResourceReport[] {
  const statuses = pod.status?.containerStatuses ?? [];
  return statuses.length === 0 ? [podReport(pod, undefined, parent)] : statuses.map((status) => podReport(pod, status, parent));
}

const ENDED = new Set(['Succeeded', 'Failed']);

function statusOf(pod: Pod, container: ContainerStatus | undefined): Status {
  return ENDED.has(pod.status?.phase ?? '') || (container?.state?.terminated ?? undefined) !== undefined ? 'Offline' : 'Unknown';
}

function podReport(pod: Pod, container: ContainerStatus | undefined, parent: ParentReport | undefined): ResourceReport {
  const { name, namespace, uid, labels } = pod.metadata;
  const id = container?.containerID ? bareContainerId(container.containerID) : undefined;
  const identity = { uid: uid ?? undefined, name, namespace: namespace ?? 'default', container: container?.name, cluster: undefined };
  const podLabels = Object.entries(labels ?? {}).map(([key, value]): [string, string] => [`k8s.pod.label.${key}`, value]);
  return {
    kind: 'container',
    name: container?.name ?? name,
    keys: container === undefined ? podKeys(identity) : [...(id === undefined ? [] : [containerIdKey(id)]), ...podContainerKeys(identity)].toSorted(strongFirst),
    fields: present({
      platform: 'kubernetes',
      group: identity.namespace,
      namespace: identity.namespace,
      ipAddress: pod.status?.podIP ?? undefined,
      version: /:([\w][\w.-]*)$/.exec(container?.image ?? '')?.[1],
      runtime: container?.containerID ? containerIdScheme(container.containerID) : undefined,
      resourceType: container === undefined ? 'k8s-pod' : 'k8s-container',
    }),
    labels: presentLabels({ container_id: id, k8s_pod_uid: uid ?? undefined }),
    annotations: presentLabels({ 'k8s.pod.name': name, container_image: container?.image ?? undefined, ...Object.fromEntries(podLabels) }),
    tags: {},
    status: statusOf(pod, container),
    seenAt: null,
    ...(container === undefined ? { standIn: true } : {}),
    ...(parent === undefined ? {} : { parent }),
  };
}
