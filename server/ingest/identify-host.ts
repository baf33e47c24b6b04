import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { IdentityKey, ResourceReport } from '@/domain/resource-report';
import { type AttributeMap, textOf, textsOf } from './attribute-map';
import { hostTypeOf } from './cloud-platforms';
import { annotationsOf, archOf, clusterOf, present, presentLabels, primaryAddress, sharedFields } from './describe-block';
import { hostId, hostName, hostNameKeys, isShortContainerId, medium, onlyHostName, strong } from './identity-keys';

/** What the rest of the block says about where it was made. */
export interface Surroundings {
  hasContainer: boolean;
  containerId: string | undefined;
}

/** The host that a block speaks of (rules H1 to H3). */
export function identifyHost(attributes: AttributeMap, seenAt: number, around: Surroundings): ResourceReport | undefined {
  if (textOf(attributes, 'faas.name') !== undefined) return undefined;
  const node = { uid: textOf(attributes, 'k8s.node.uid'), name: textOf(attributes, 'k8s.node.name') };
  const isNode = node.uid !== undefined || node.name !== undefined;
  const isOwn = !isContainersOwnName(attributes, around);
  const name = isOwn ? hostName(textOf(attributes, 'host.name')) : undefined;
  const id = isOwn ? hostId(textOf(attributes, 'host.id')) : undefined;
  const trustedId = isNode && around.hasContainer && name?.toLowerCase() !== node.name?.toLowerCase() ? undefined : id;
  const shown = node.name ?? name ?? node.uid ?? id;
  if (shown === undefined) return undefined;
  return {
    kind: 'host',
    name: shown,
    keys: hostKeys({ uid: node.uid, id: trustedId, nodeName: node.name, names: [node.name, name], cluster: clusterOf(attributes) }),
    fields: hostFields(attributes, isNode, around.hasContainer),
    defaults: present({
      group: clusterOf(attributes) ?? textOf(attributes, 'deployment.environment.name') ?? KIND_DESCRIPTIONS.host.plural,
      environment: textOf(attributes, 'deployment.environment.name'),
    }),
    labels: presentLabels({ hostname: node.name ?? name, host_id: trustedId, k8s_node_uid: node.uid, k8s_cluster_uid: textOf(attributes, 'k8s.cluster.uid') }),
    annotations: around.hasContainer ? {} : annotationsOf(attributes, 'host'),
    tags: {},
    seenAt,
    ...(node.name === undefined && name === undefined ? { standIn: true } : {}),
  };
}

/** The name of a container or a pod in place of a machine's: then `host.id` is that of the image as well. */
function isContainersOwnName(attributes: AttributeMap, { containerId }: Surroundings): boolean {
  if (textOf(attributes, 'aws.ecs.launchtype')?.toLowerCase() === 'fargate') return true;
  const name = textOf(attributes, 'host.name');
  if (name === undefined) return false;
  if (name === textOf(attributes, 'k8s.pod.name')) return true;
  return containerId !== undefined && /^[0-9a-f]{12,}$/i.test(name) && (containerId.startsWith(name.toLowerCase()) || isShortContainerId(name) && containerId === name);
}

interface HostIdentity {
  uid?: string | undefined;
  id?: string | undefined;
  nodeName?: string | undefined;
  names: (string | undefined)[];
  cluster: string | undefined;
}

/** A host by whatever is known of it. Two full names never meet through their common first part. */
export function hostKeys({ uid, id, nodeName, names, cluster }: HostIdentity): IdentityKey[] {
  const known = [...new Set(names.filter((name) => name !== undefined))];
  const certain: IdentityKey[] = [
    ...(uid === undefined ? [] : [strong('k8s.node.uid', uid)]),
    ...(id === undefined ? [] : [strong('host.id', id)]),
    ...(nodeName === undefined || cluster === undefined ? [] : [medium('k8s.node', `${cluster}/${nodeName}`)]),
  ];
  const [first] = known;
  if (certain.length === 0 && first !== undefined) certain.push(onlyHostName(first));
  const fullNames = known.filter((name) => name.includes('.')).map((name) => ({ ...medium('host.fqdn', name.toLowerCase()), passive: true as const }));
  const weak = known.flatMap((name) => hostNameKeys(name, cluster));
  return [...certain, ...fullNames, ...new Map(weak.map((each) => [each.key, each])).values()];
}

/** What an SDK inside a container says of its system is true of the container's image, save for the kernel and the processor. */
function hostFields(attributes: AttributeMap, isNode: boolean, hasContainer: boolean) {
  const { environment, ...shared } = sharedFields(attributes);
  return present({
    ...shared,
    ...(textOf(attributes, 'service.name') === undefined ? { environment } : {}),
    os: textOf(attributes, 'os.type')?.toLowerCase(),
    arch: archOf(textOf(attributes, 'host.arch')),
    version: hasContainer ? undefined : textOf(attributes, 'os.version'),
    ipAddress: hasContainer ? undefined : primaryAddress(textsOf(attributes, 'host.ip')),
    resourceType: hostTypeOf(textOf(attributes, 'cloud.platform')) ?? (isNode ? 'k8s-node' : undefined),
  });
}
