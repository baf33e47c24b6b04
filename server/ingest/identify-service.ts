import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { IdentityKey, ParentReport, ResourceReport } from '@/domain/resource-report';
import { type AttributeMap, textOf } from './attribute-map';
import { appTypeOf } from './cloud-platforms';
import { annotationsOf, present, presentLabels, sharedFields } from './describe-block';
import { medium, strong } from './identity-keys';

/** Names under which collectors report themselves. */
export const COLLECTOR_NAMES = /^(?:otelcol.*|otel-collector|opentelemetry-collector|splunk-otel-collector.*)$/;

/** Rule F1. A function lives nowhere in particular. */
export function identifyFunction(attributes: AttributeMap, seenAt: number): ResourceReport | undefined {
  const name = textOf(attributes, 'faas.name');
  if (name === undefined) return undefined;
  const id = textOf(attributes, 'cloud.resource_id');
  const provider = textOf(attributes, 'cloud.provider');
  const place = [provider, textOf(attributes, 'cloud.account.id'), textOf(attributes, 'cloud.region'), name];
  const service = textOf(attributes, 'service.name');
  return {
    kind: 'app',
    name,
    keys: [...(id === undefined ? [] : [strong('cloud.resource_id', withoutVersion(id))]), medium('faas', place.map((part) => part ?? '').join('/'))],
    fields: present({
      ...appFields(attributes),
      version: textOf(attributes, 'faas.version') ?? textOf(attributes, 'service.version'),
      resourceType: appTypeOf(textOf(attributes, 'cloud.platform')) ?? (provider === 'aws' ? 'lambda' : 'function'),
    }),
    defaults: appDefaults(attributes),
    labels: presentLabels({ service: service ?? name, service_namespace: textOf(attributes, 'service.namespace') }),
    annotations: annotationsOf(attributes, 'app'),
    tags: {},
    seenAt,
  };
}

/** `arn:aws:lambda:region:account:function:name:7` is version 7 of the function. */
const withoutVersion = (id: string): string => id.replace(/^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+):[^:]+$/, '$1');

/** Rules A1 to A3: a service that is no collector. */
export function identifyApp(attributes: AttributeMap, seenAt: number, parent: ParentReport | undefined): ResourceReport | undefined {
  const name = textOf(attributes, 'service.name');
  if (name === undefined) return undefined;
  const instance = countedInstance(attributes, parent !== undefined);
  return {
    kind: 'app',
    name,
    keys: [serviceKey({ name, namespace: serviceNamespace(attributes, parent), instance, placed: parent !== undefined })],
    fields: appFields(attributes),
    defaults: appDefaults(attributes),
    labels: presentLabels({ service: name, service_namespace: textOf(attributes, 'service.namespace'), service_instance_id: instance }),
    annotations: annotationsOf(attributes, 'app'),
    tags: {},
    seenAt,
    ...(parent === undefined ? {} : { parent }),
  };
}

interface ServiceIdentity {
  name: string;
  namespace: string | undefined;
  instance: string | undefined;
  placed: boolean;
}

/** Where it runs is part of a service's identity: the row of its parent, by whatever words the parent was found. */
export function serviceKey({ name, namespace, instance, placed }: ServiceIdentity): IdentityKey {
  const key = medium('service', `${namespace ?? ''}/${name}${instance === undefined ? '' : `#${instance}`}`);
  return placed ? { ...key, scope: 'parent' } : key;
}

/** Inside a container the namespace of Kubernetes adds nothing, and not every signal names it. */
const serviceNamespace = (attributes: AttributeMap, parent: ParentReport | undefined): string | undefined =>
  parent === undefined ? textOf(attributes, 'service.namespace', 'k8s.namespace.name') : textOf(attributes, 'service.namespace');

const RANDOM_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[14][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** `service.instance.id` where it tells instances apart: not when it is random at each start, or repeats where the service runs. */
function countedInstance(attributes: AttributeMap, placed: boolean): string | undefined {
  const instance = textOf(attributes, 'service.instance.id');
  if (instance === undefined || !placed) return instance;
  if (RANDOM_UUID.test(instance)) return undefined;
  const places = [textOf(attributes, 'container.id')?.slice(0, 12), textOf(attributes, 'k8s.pod.uid'), textOf(attributes, 'k8s.pod.name')];
  return places.some((place) => place !== undefined && instance.includes(place)) ? undefined : instance;
}

/** Rule G1. A collector is a root. */
export function identifyAgent(attributes: AttributeMap, seenAt: number, isCollector: RegExp): ResourceReport | undefined {
  const name = textOf(attributes, 'service.name');
  if (name === undefined || !isCollector.test(name)) return undefined;
  const id = textOf(attributes, 'agent_id');
  const instance = textOf(attributes, 'service.instance.id');
  return {
    kind: 'agent',
    name,
    keys: [...(id === undefined ? [] : [strong('agent_id', id)]), agentKey(attributes, name, instance)],
    fields: present({ ...sharedFields(attributes), version: textOf(attributes, 'service.version') }),
    defaults: present({ group: textOf(attributes, 'deployment.environment.name') ?? KIND_DESCRIPTIONS.agent.plural }),
    labels: presentLabels({ agent_id: id, service: name, service_instance_id: instance }),
    annotations: annotationsOf(attributes, 'agent'),
    tags: {},
    seenAt,
  };
}

const EVERYWHERE = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1?\]?)(?::\d+)?$/i;

function agentKey(attributes: AttributeMap, name: string, instance: string | undefined): IdentityKey {
  const place = textOf(attributes, 'k8s.pod.uid', 'container.id', 'k8s.pod.name', 'host.id', 'host.name', 'k8s.node.name');
  const tells = instance !== undefined && !EVERYWHERE.test(instance) && !(place !== undefined && RANDOM_UUID.test(instance));
  return tells ? medium('service.instance.id', instance) : medium('agent', `${name}@${place ?? ''}`);
}

function appFields(attributes: AttributeMap) {
  const runtime = [textOf(attributes, 'process.runtime.name'), textOf(attributes, 'process.runtime.version')];
  return present({
    ...sharedFields(attributes),
    group: textOf(attributes, 'service.namespace', 'k8s.namespace.name'),
    namespace: textOf(attributes, 'service.namespace', 'k8s.namespace.name'),
    version: textOf(attributes, 'service.version'),
    runtime: runtime.filter((part) => part !== undefined).join(' '),
    resourceType: appTypeOf(textOf(attributes, 'cloud.platform')),
  });
}

const appDefaults = (attributes: AttributeMap) =>
  present({
    group: textOf(attributes, 'deployment.environment.name') ?? KIND_DESCRIPTIONS.app.plural,
    runtime: textOf(attributes, 'telemetry.sdk.language'),
  });
