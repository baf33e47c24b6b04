import type { Kind } from '@/domain/kinds';
import {
  APP_RUNTIMES, CLUSTERS, CONTAINER_RUNTIMES, DEVICE_ROLES, GROUPS, LOCATIONS, NAMESPACES, OPERATING_SYSTEMS, PARTS, PEOPLE, PLATFORMS, SERVICES, TEAMS,
  VENDORS,
} from './fleet-words';
import type { FleetRow } from './fleet-row';
import type { RandomSource } from './random-source';

type Description = Omit<FleetRow, 'id' | 'kind' | 'parentId' | 'status' | 'lastSeen' | 'firstSeen' | 'createdAt' | 'updatedAt'>;

interface Drawn {
  kind: Kind;
  /** Its place in the whole fleet, and among its own kind. */
  place: number;
  number: number;
  /** The place of the host it runs on, and that host's own draws. */
  host: number;
  random: RandomSource;
  hostRandom: RandomSource;
}

/** Everything that is said of a resource beside its identity, its parent and its times. */
export function describeResource(drawn: Drawn): Description {
  const { kind, random } = drawn;
  const machine = describeMachine(drawn);
  const service = random.pickSkewed(SERVICES);
  const part = random.pickSkewed(PARTS);
  const own = describeKind(drawn, machine, service, part);
  const environment = random.chance(0.93) ? machine.environment : null;
  return {
    displayName: random.chance(0.04) ? `${service.replace(/^./, (c) => c.toUpperCase())} ${part} ${drawn.number}` : null,
    group: random.chance(0.95) ? random.pickSkewed(GROUPS) : null,
    environment,
    location: random.chance(0.9) ? machine.location : null,
    owner: random.chance(0.6) ? random.pickSkewed(PEOPLE) : null,
    platform: machine.platform,
    os: kind === 'app' ? null : machine.os,
    arch: machine.arch,
    runtime: null,
    version: null,
    ipAddress: null,
    resourceType: null,
    cluster: kind === 'container' || kind === 'app' ? machine.cluster : null,
    namespace: null,
    ...own,
    labels: random.chance(0.01) ? {} : own.labels,
    tags: random.chance(0.02) ? {} : drawTags(drawn, environment, service),
  };
}

interface Machine {
  hostname: string;
  hostId: string;
  environment: string;
  location: string;
  platform: string;
  os: string;
  arch: string;
  cluster: string;
  ip: string;
}

function describeMachine({ host, hostRandom: random }: Drawn): Machine {
  const location = random.pickSkewed(LOCATIONS);
  const environment = random.pick(['prod', 'prod', 'prod', 'prod', 'staging', 'staging', 'dev', 'dev', 'qa', 'Prod']);
  const ip = `10.${random.below(200)}.${(host >> 8) & 255}.${host & 255}`;
  const role = random.pick(['web', 'db', 'node', 'cache', 'batch', 'edge', 'build']);
  const hostname = random.chance(0.3) ? `ip-${ip.replaceAll('.', '-')}` : `${role}-${String(host % 1000).padStart(3, '0')}-${random.hex(3)}.${/^[a-z0-9-]+$/.test(location) ? location : 'office'}`;
  return {
    hostname, environment, location, ip,
    hostId: random.hex(32),
    platform: random.pickSkewed(PLATFORMS),
    os: random.pickSkewed(OPERATING_SYSTEMS),
    arch: random.pick(['amd64', 'amd64', 'amd64', 'arm64']),
    cluster: random.pickSkewed(CLUSTERS),
  };
}

type OwnPart = Pick<Description, 'name' | 'labels'> & Partial<Description>;

function describeKind({ kind, number, random }: Drawn, machine: Machine, service: string, part: string): OwnPart {
  const release = `${1 + random.below(4)}.${random.below(30)}.${random.below(10)}`;
  const address = `10.${random.below(200)}.${random.below(256)}.${random.below(256)}`;
  const { hostname, hostId, os, arch, cluster } = machine;
  switch (kind) {
    case 'agent':
      return {
        name: `agent-${hostname}`, version: `2.${random.below(12)}.${random.below(6)}`, ipAddress: address, resourceType: 'gosight-agent',
        labels: { agent_id: random.hex(16), hostname, host_id: hostId, os_type: 'linux', arch, agent_version: release },
      };
    case 'host':
      return {
        name: hostname, version: `6.${random.below(9)}.${random.below(80)}`, ipAddress: machine.ip, resourceType: random.pick(['vm', 'ec2', 'bare-metal']), runtime: 'systemd',
        labels: { hostname, host_id: hostId, instance_type: random.pick(['m5.large', 'm5.xlarge', 'c6g.2xlarge', 'r5.large']), os_description: os, arch, job: 'node' },
      };
    case 'container': {
      const pod = `${service}-${part}-${random.hex(10)}-${random.hex(5)}`;
      const namespace = random.pickSkewed(NAMESPACES);
      return {
        name: pod, runtime: random.pickSkewed(CONTAINER_RUNTIMES), namespace, ipAddress: address, version: release, resourceType: random.pick(['pod', 'pod', 'ecs-task', 'container']),
        labels: { container_id: random.hex(64), image: `registry.example.com/${service}/${part}:${release}`, hostname, namespace, cluster, workload: `${service}-${part}` },
      };
    }
    case 'app': {
      const name = random.chance(0.5) ? `${service}-${part}` : `${service}-${part}-${number % 1000}`;
      const namespace = random.pickSkewed(NAMESPACES);
      return {
        name, runtime: random.pickSkewed(APP_RUNTIMES), namespace, version: random.chance(0.95) ? `${release}${random.chance(0.05) ? '-rc.1' : ''}` : random.hex(7), resourceType: 'service',
        labels: { service: `${service}-${part}`, service_namespace: namespace, service_instance_id: random.hex(12), hostname, port: String(3000 + random.below(6000)), cluster },
      };
    }
    case 'device': {
      const vendor = random.pick(VENDORS);
      const role = random.pickSkewed(DEVICE_ROLES);
      return {
        name: `${role}-${String(number).padStart(5, '0')}`, ipAddress: address, resourceType: role, platform: vendor, os: null, arch: null, version: `${10 + random.below(8)}.${random.below(10)}`,
        labels: { device_id: random.hex(12), vendor, model: `${vendor.toUpperCase()}-${random.below(60) * 50}`, serial: random.hex(10).toUpperCase(), sys_location: machine.location, snmp_version: '3' },
      };
    }
    case 'syslog':
      return {
        name: `syslog-${random.pick(DEVICE_ROLES)}-${number}`, ipAddress: address, os: null, arch: null,
        labels: { facility: `local${random.below(8)}`, source_ip: address, hostname, transport: random.pick(['udp', 'tcp', 'tls']), format: random.pick(['rfc5424', 'rfc3164']), port: '514' },
      };
    case 'otel':
      return {
        name: `otelcol-${service}-${number}`, version: `0.${90 + random.below(30)}.0`, resourceType: 'collector',
        labels: { service_name: `otelcol-${service}`, service_instance_id: random.hex(12), telemetry_sdk_language: random.pick(APP_RUNTIMES), telemetry_sdk_version: release, hostname, pipeline: random.pick(['traces', 'metrics', 'logs']) },
      };
  }
}

/** About four: `env=prod` on 40 %, a team of 4 %, `ring=canary` on one in a thousand. */
function drawTags({ place, random }: Drawn, environment: string | null, service: string): Record<string, string> {
  const tags: Record<string, string> = {};
  if (environment !== null && random.chance(0.95)) tags.env = environment;
  if (random.chance(0.97)) tags.team = random.pick(TEAMS);
  if (random.chance(0.85)) tags.service = service;
  if (random.chance(0.7)) tags.tier = random.pick(['1', '2', '3', '3', '4']);
  if (random.chance(0.3)) tags.critical = random.chance(0.5) ? '' : 'true';
  if (random.chance(0.25)) tags['cost-center'] = String(4000 + random.below(120));
  if (random.chance(0.04)) tags.deprecated = '';
  if (random.chance(0.06)) tags.ticket = `OPS-${random.below(20_000)}`;
  if (random.chance(0.001)) tags.ring = 'canary';
  if (place % 997 === 0) tags.note = random.pick(['migrate with Müller', '要確認', 'decommission soon', 'see runbook']);
  return tags;
}
