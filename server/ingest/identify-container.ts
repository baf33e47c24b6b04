import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { IdentityKey, ResourceReport } from '@/domain/resource-report';
import { type AttributeMap, textOf, textsOf } from './attribute-map';
import { containerTypeOf } from './cloud-platforms';
import { annotationsOf, clusterOf, present, presentLabels, sharedFields } from './describe-block';
import { bareContainerId, containerIdKey, containerIdScheme, inCluster, isShortContainerId, medium, strong } from './identity-keys';

export interface FoundContainer {
  report: ResourceReport;
  /** Without scheme, lower case. */
  id: string | undefined;
}

/** The container that a block speaks of (rules C1 to C5), still without its host. */
export function identifyContainer(attributes: AttributeMap, seenAt: number): FoundContainer | undefined {
  const id = ownContainerId(attributes);
  const pod = podOf(attributes);
  const taskArn = textOf(attributes, 'aws.ecs.task.arn');
  const arn = textOf(attributes, 'aws.ecs.container.arn');
  const name = pod?.container ?? textOf(attributes, 'container.name');
  const isPodOnly = id === undefined && pod !== undefined && pod.container === undefined;
  const keys = [
    ...(id === undefined ? [] : [containerIdKey(id)]),
    ...(arn === undefined ? [] : [strong('aws.ecs.container.arn', arn)]),
    ...(pod === undefined ? [] : isPodOnly ? podKeys(pod) : podContainerKeys(pod)),
  ];
  if (keys.length === 0 && taskArn !== undefined) keys.push(medium('aws.ecs.task.arn', `${taskArn}/${name ?? ''}`));
  if (keys.length === 0) {
    if (name === undefined) return undefined;
    keys.push(...containerNameKeys(name, textOf(attributes, 'host.name')));
  }
  const standIn = isPodOnly || name === undefined;
  return {
    id,
    report: {
      kind: 'container',
      name: (isPodOnly ? pod.name : name) ?? id?.slice(0, 12) ?? pod?.uid ?? taskArn?.replace(/^.*\//, '') ?? arn ?? 'container',
      keys: byStrength(keys),
      fields: containerFields(attributes, pod, isPodOnly),
      defaults: present({ group: textOf(attributes, 'deployment.environment.name') ?? KIND_DESCRIPTIONS.container.plural }),
      labels: presentLabels({ container_id: id, k8s_pod_uid: pod?.uid, k8s_cluster_uid: textOf(attributes, 'k8s.cluster.uid'), ecs_container_arn: arn, ecs_task_arn: taskArn }),
      annotations: annotationsOf(attributes, 'container'),
      tags: {},
      seenAt,
      ...(standIn ? { standIn } : {}),
    },
  };
}

/** `container.id`, or the host name of a container that nobody named: exactly twelve hex digits and no machine's id. */
function ownContainerId(attributes: AttributeMap): string | undefined {
  const id = textOf(attributes, 'container.id');
  if (id !== undefined) return bareContainerId(id);
  const name = textOf(attributes, 'host.name');
  return name !== undefined && isShortContainerId(name) && textOf(attributes, 'host.id') === undefined ? name : undefined;
}

interface Pod {
  uid: string | undefined;
  name: string | undefined;
  namespace: string | undefined;
  container: string | undefined;
  cluster: string | undefined;
}

function podOf(attributes: AttributeMap): Pod | undefined {
  const pod = {
    uid: textOf(attributes, 'k8s.pod.uid'),
    name: textOf(attributes, 'k8s.pod.name'),
    namespace: textOf(attributes, 'k8s.namespace.name'),
    container: textOf(attributes, 'k8s.container.name'),
    cluster: clusterOf(attributes),
  };
  return pod.uid === undefined && pod.name === undefined ? undefined : pod;
}

/** The container of a pod is the same one after a restart, though its id is new. */
export function podContainerKeys({ uid, name, namespace, container, cluster }: Pod): IdentityKey[] {
  const keys: IdentityKey[] = [];
  if (container !== undefined && uid !== undefined) keys.push(medium('k8s.container', `${uid}/${container}`));
  if (container !== undefined && name !== undefined && namespace !== undefined) keys.push(...inCluster('k8s.pod.container', cluster, `${namespace}/${name}/${container}`));
  if (uid !== undefined) keys.push({ key: `k8s.pod=${uid}`, strength: 'weak', passive: true });
  return keys;
}

/** A pod alone stands in for its containers, until its only one is known. */
export function podKeys({ uid, name, namespace, cluster }: Pod): IdentityKey[] {
  if (uid !== undefined) return [medium('k8s.pod.only', uid), { key: `k8s.pod=${uid}`, strength: 'weak' }];
  return inCluster('k8s.pod.name', cluster, `${namespace ?? ''}/${name ?? ''}`);
}

const containerNameKeys = (name: string, host: string | undefined): IdentityKey[] => [medium('container.name', `${host?.toLowerCase() ?? ''}/${name}`)];

const RANK = { strong: 0, medium: 1, weak: 2 };
const byStrength = (keys: IdentityKey[]): IdentityKey[] => keys.toSorted((a, b) => RANK[a.strength] - RANK[b.strength]);

function containerFields(attributes: AttributeMap, pod: Pod | undefined, isPodOnly: boolean) {
  const image = textOf(attributes, 'container.image.name');
  const tag = textsOf(attributes, 'container.image.tags')[0]?.split(',')[0] ?? /:([\w][\w.-]*)$/.exec(image ?? '')?.[1];
  const type = pod === undefined ? undefined : isPodOnly ? 'k8s-pod' : 'k8s-container';
  const isEcs = [...attributes.keys()].some((key) => key.startsWith('aws.ecs.'));
  const scheme = containerIdScheme(textOf(attributes, 'container.id') ?? '');
  return present({
    ...sharedFields(attributes),
    group: textOf(attributes, 'k8s.namespace.name', 'container.label.com.docker.compose.project', 'docker.compose.project', 'aws.ecs.task.family'),
    namespace: textOf(attributes, 'k8s.namespace.name'),
    version: tag,
    ipAddress: textOf(attributes, 'k8s.pod.ip'),
    runtime: textOf(attributes, 'container.runtime.name') ?? scheme,
    resourceType: type ?? (isEcs ? 'ecs-task' : containerTypeOf(textOf(attributes, 'cloud.platform'))),
  });
}
