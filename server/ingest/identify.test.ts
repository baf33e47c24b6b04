import { describe, expect, test } from 'vitest';
import type { ParentReport, ResourceReport } from '@/domain/resource-report';
import type { AttributeValue } from './attribute-map';
import { identify } from './identify';

const ID = '0d88813f6103cc31c365a0e8b3da8b0c7121f9ed4d5b86b7a46b5865afb279f9';
const found = (attributes: Record<string, AttributeValue>): ResourceReport[] => identify(new Map(Object.entries(attributes)), { seenAt: 1 });

/** `app api < container c < host n`, the lowest last. */
function chain({ kind, name, parent }: ResourceReport | ParentReport): string {
  return `${kind} ${name}${parent && 'kind' in parent ? ` < ${chain(parent)}` : ''}`;
}

const chains = (attributes: Record<string, AttributeValue>) => found(attributes).map(chain);
const lowest = (attributes: Record<string, AttributeValue>) => found(attributes).at(-1)!;
const keys = (attributes: Record<string, AttributeValue>) => lowest(attributes).keys.map((key) => key.key);

describe('one block, its resources', () => {
  test.each<[string, Record<string, AttributeValue>, string[]]>([
    ['a service of a pod', { 'service.name': 'api', 'k8s.pod.uid': 'u', 'k8s.container.name': 'c', 'k8s.node.name': 'n' }, ['host n', 'container c < host n', 'app api < container c < host n']],
    ['a service of a container that names no host', { 'service.name': 'api', 'container.id': ID, 'host.name': ID.slice(0, 12), 'host.id': 'image' }, [`container ${ID.slice(0, 12)}`, `app api < container ${ID.slice(0, 12)}`]],
    ['a host name that is a container id', { 'service.name': 'api', 'host.name': '2ed77de7e4c1' }, ['container 2ed77de7e4c1', 'app api < container 2ed77de7e4c1']],
    ['the same on a machine with an id', { 'host.name': '2ed77de7e4c1', 'host.id': 'm' }, ['host 2ed77de7e4c1']],
    ['a pod as host name', { 'k8s.pod.name': 'p', 'k8s.namespace.name': 'ns', 'host.name': 'p', 'host.id': 'image' }, ['container p']],
    ['a service on a host', { 'service.name': 'api', 'host.name': 'web-1' }, ['host web-1', 'app api < host web-1']],
    ['a service alone', { 'service.name': 'api', 'service.instance.id': 'x' }, ['app api']],
    ['a service on a device', { 'service.name': 'ios', 'device.id': 'd', 'device.model.name': 'Phone' }, ['device Phone', 'app ios < device Phone']],
    ['a device', { 'device.id': 'd' }, ['device d']],
    ['a function', { 'faas.name': 'f', 'service.name': 'api', 'host.name': 'h', 'host.id': 'i' }, ['app f']],
    ['a function instance is no function', { 'faas.instance': 'i', 'service.name': 'api' }, ['app api']],
    ['Fargate has no host', { 'aws.ecs.launchtype': 'FARGATE', 'aws.ecs.task.arn': 'arn:task/t', 'host.name': 'ip-10-0-0-1' }, ['container t']],
    ['a collector and its host', { 'service.name': 'otelcol-contrib', 'host.name': 'h' }, ['agent otelcol-contrib', 'host h < agent otelcol-contrib']],
    ['a collector in a container', { 'service.name': 'otel-collector', 'container.id': ID, 'container.name': 'col' }, ['agent otel-collector', 'container col']],
    ['a scrape address is no host', { 'net.host.name': 'h', 'server.address': 'h', 'service.name': 'api' }, ['app api']],
    ['a loopback name is no host', { 'host.name': 'localhost:1521' }, ['otel localhost:1521']],
    ['a port is no part of a host name', { 'host.name': 'db-1:1521' }, ['host db-1']],
    ['two host names, one host', { 'k8s.node.name': 'n', 'host.name': 'h' }, ['host n']],
    ['an old name', { 'host.hostname': 'h' }, ['host h']],
    ['something else', { 'metric_source': 'k8s', 'k8s.cluster.name': 'dev' }, ['otel dev']],
    ['nothing that names anything', { 'deployment.environment': 'prod' }, [expect.stringMatching(/^otel otel-[0-9a-f]{8}$/)]],
    ['only words about the SDK', { 'telemetry.sdk.name': 'x', 'process.pid': 1 }, []],
    ['empty values', { 'service.name': ' ', 'host.name': '', 'host.ip': [] }, []],
    ['nothing', {}, []],
  ])('%s', (_, attributes, expected) => {
    expect(chains(attributes)).toEqual(expected);
  });
});

describe('keys', () => {
  test.each<[string, Record<string, AttributeValue>, string[]]>([
    ['a container id without scheme, its first digits', { 'container.id': `containerd://${ID.toUpperCase()}` }, ['container.id=0d88813f6103']],
    ['an id of Fargate whole', { 'container.id': `${ID.slice(0, 32)}-12345` }, [`container.id=${ID.slice(0, 32)}-12345`]],
    ['another shape proves less', { 'container.id': ID.slice(0, 32) }, [`container.id.odd=${ID.slice(0, 32)}`]],
    ['a container by its name, under its host', { 'container.name': 'redis', 'host.name': 'H' }, ['container.name=h/redis']],
    ['a host by id and name', { 'host.id': 'M', 'host.name': 'Web-1.example.com' }, ['host.id=m', 'host.fqdn=web-1.example.com', 'host.name=web-1.example.com', 'host.name=web-1']],
    ['a host by name alone', { 'host.name': 'web-1' }, ['host.name.only=web-1', 'host.name=web-1']],
    ['an id that vendors leave empty', { 'host.id': '00000000-0000', 'host.name': 'w' }, ['host.name.only=w', 'host.name=w']],
    ['a node of a cluster', { 'k8s.node.name': 'n', 'k8s.cluster.name': 'c', 'k8s.node.uid': 'u' }, ['k8s.node.uid=u', 'k8s.node=c/n', 'host.name=n']],
    ['a pod without uid', { 'k8s.pod.name': 'p', 'k8s.namespace.name': 'ns', 'k8s.cluster.name': 'c' }, ['k8s.pod.name=c/ns/p', 'k8s.pod.name.any=ns/p']],
    ['an instance that is told apart', { 'service.name': 'api', 'service.instance.id': 'localhost:80' }, ['service=/api#localhost:80']],
    ['a random instance of unknown place', { 'service.name': 'api', 'service.instance.id': '36840d2a-5718-4387-a346-dc16e4f94d24' }, ['service=/api#36840d2a-5718-4387-a346-dc16e4f94d24']],
    ['a random instance in its place', { 'service.name': 'api', 'host.name': 'h', 'service.instance.id': '36840d2a-5718-4387-a346-dc16e4f94d24' }, ['service=/api']],
    ['an instance that repeats the pod', { 'service.name': 'api', 'k8s.pod.uid': 'u', 'k8s.pod.name': 'pod-1', 'service.instance.id': 'ns.pod-1.c' }, ['service=/api']],
    ['a function without its version', { 'faas.name': 'f', 'faas.id': 'arn:aws:lambda:eu:1:function:f:7', 'cloud.provider': 'aws' }, ['cloud.resource_id=arn:aws:lambda:eu:1:function:f', 'faas=aws///f']],
    ['a collector that listens everywhere', { 'service.name': 'otelcol', 'service.instance.id': '0.0.0.0:8888' }, ['agent=otelcol@']],
    ['a collector with an id of its own', { 'service.name': 'otelcol', 'service.instance.id': 'c-1' }, ['service.instance.id=c-1']],
  ])('%s', (_, attributes, expected) => {
    expect(keys(attributes)).toEqual(expected);
  });

  test('an image has one machine id for all of its containers, so it names no node', () => {
    const [host] = found({ 'k8s.node.name': 'n', 'k8s.pod.uid': 'u', 'host.name': 'other', 'host.id': 'image' });
    expect(host!.keys.map((key) => key.key)).toEqual(['host.name.only=n', 'host.name=n', 'host.name=other']);
  });

  test('a source of unknown kind is the same one after a restart', () => {
    const [one, two] = [1, 2].map((pid) => keys({ 'custom.thing': 'x', 'process.pid': pid, 'telemetry.sdk.version': String(pid) }));
    expect(one).toEqual(two);
  });
});

describe('what is told', () => {
  test('fields by their names, old and new', () => {
    const [host] = found({ 'host.name': 'h', 'host.arch': 'x86_64', 'os.type': 'Linux', 'os.version': '6.1', 'host.ip': ['fe80::1', '169.254.0.1', 'fd00::1', '10.0.0.1'], 'cloud.platform': 'azure.vm', 'cloud.zone': 'eu-1a' });
    expect(host!.fields).toEqual({ arch: 'amd64', os: 'linux', version: '6.1', ipAddress: '10.0.0.1', platform: 'azure', resourceType: 'vm', location: 'eu-1a' });
    const app = lowest({ 'service.name': 'a', 'service.namespace': 'shop', 'deployment.environment': 'prod', 'process.runtime.name': 'nodejs', 'process.runtime.version': '20', 'service.version': '1' });
    expect(app.fields).toEqual({ namespace: 'shop', group: 'shop', environment: 'prod', runtime: 'nodejs 20', version: '1' });
    const container = lowest({ 'container.id': `docker://${ID}`, 'container.name': 'c', 'container.image.name': 'img:2', 'container.label.com.docker.compose.project': 'shop' });
    expect(container.fields).toEqual({ group: 'shop', version: '2', runtime: 'docker' });
    expect(container.annotations.container_image).toBe('img:2');
  });

  test('command lines, people and secrets are never kept', () => {
    const secret = 'swordfish';
    for (const others of [{}, { 'service.name': 'a' }, { 'host.name': 'h' }, { 'container.id': ID }, { 'device.id': 'd' }] as Record<string, string>[]) {
      const reports = found({ ...others, 'process.command_args': ['x', secret], 'process.command_line': secret, 'process.command': secret, 'user.email': secret, 'custom.api_key': secret, 'x.password': secret, 'some.thing': 'y' });
      expect(JSON.stringify(reports)).not.toContain(secret);
    }
  });

  test('what is too long is cut, between characters', () => {
    const app = lowest({ 'service.name': '😀'.repeat(500), 'telemetry.sdk.name': 'é'.repeat(2_000) });
    expect([...app.name]).toHaveLength(256);
    expect(app.annotations['telemetry.sdk.name']).toBe('é'.repeat(512));
    expect(app.labels.service).toBe('😀'.repeat(256));
  });
});
