import { createHash } from 'node:crypto';
import { compareByCodePoint } from '@/domain/fold';
import { KIND_DESCRIPTIONS } from '@/domain/kinds';
import type { ParentReport, ResourceReport } from '@/domain/resource-report';
import { type AttributeMap, type AttributeValue, normalizeAttributes, textOf, valueText } from './attribute-map';
import { annotationsOf, present, presentLabels, sharedFields } from './describe-block';
import { fitReport } from './fit-report';
import { identifyContainer } from './identify-container';
import { identifyHost } from './identify-host';
import { COLLECTOR_NAMES, identifyAgent, identifyApp, identifyFunction } from './identify-service';
import { strong } from './identity-keys';

interface IdentifyOptions {
  /** Milliseconds since the epoch. */
  seenAt: number;
  isCollector?: RegExp;
}

/** One Resource block as the resources it speaks of, parents before children. Says nothing for a block that says nothing. */
export function identify(raw: AttributeMap, { seenAt, isCollector = COLLECTOR_NAMES }: IdentifyOptions): ResourceReport[] {
  const attributes = normalizeAttributes(raw);
  const container = identifyContainer(attributes, seenAt);
  const host = identifyHost(attributes, seenAt, { hasContainer: container !== undefined, containerId: container?.id });
  const agent = identifyFunction(attributes, seenAt) === undefined ? identifyAgent(attributes, seenAt, isCollector) : undefined;
  if (host && agent && !container) Object.assign(host, { parent: asParent(agent), parentIfNone: true });
  const hostParent = host && asParent(host);
  if (container && hostParent) container.report.parent = hostParent;

  const found = [agent, host, container?.report].filter((report) => report !== undefined);
  found.push(...identifySoftware(attributes, seenAt, container ? asParent(container.report) : hostParent, agent !== undefined));
  const reports = found.length > 0 ? found : identifyOther(attributes, seenAt);
  return reports.map(fitReport);
}

/** Function, app or device: what stands lowest in the block. */
function identifySoftware(attributes: AttributeMap, seenAt: number, placement: ParentReport | undefined, isAgent: boolean): ResourceReport[] {
  const fn = identifyFunction(attributes, seenAt);
  if (fn !== undefined) return [fn];
  const hasService = textOf(attributes, 'service.name') !== undefined;
  const device = hasService && placement !== undefined ? undefined : identifyDevice(attributes, seenAt);
  const app = isAgent ? undefined : identifyApp(attributes, seenAt, placement ?? (device && asParent(device)));
  return [device, app].filter((report) => report !== undefined);
}

function asParent({ kind, name, keys, fields, labels, defaults, parent }: ResourceReport): ParentReport {
  return { kind, name, keys, fields: { ...defaults, ...fields }, labels, ...(parent && 'kind' in parent ? { parent } : {}) };
}

/** Rule D1. */
function identifyDevice(attributes: AttributeMap, seenAt: number): ResourceReport | undefined {
  const id = textOf(attributes, 'device.id');
  if (id === undefined) return undefined;
  const model = textOf(attributes, 'device.model.name');
  return {
    kind: 'device',
    name: model ?? id,
    keys: [strong('device.id', id)],
    fields: present({ ...sharedFields(attributes), os: textOf(attributes, 'os.name', 'os.type'), version: textOf(attributes, 'os.version') }),
    defaults: present({ group: textOf(attributes, 'deployment.environment.name') ?? KIND_DESCRIPTIONS.device.plural }),
    labels: { device_id: id },
    annotations: annotationsOf(attributes, 'device'),
    tags: {},
    seenAt,
    ...(model === undefined ? { standIn: true } : {}),
  };
}

const SAYS_NOTHING = /^(?:telemetry|process)\./;
const CHANGES_AT_EACH_START = /^telemetry\.|^process\.pid$|start_?time|creation_?\.?time/;

/** Rule O1: a block that names nothing we know is a source by itself. */
function identifyOther(attributes: AttributeMap, seenAt: number): ResourceReport[] {
  if (![...attributes.keys()].some((name) => !SAYS_NOTHING.test(name))) return [];
  const lasting = [...attributes].filter(([name]) => !CHANGES_AT_EACH_START.test(name)).toSorted(([a], [b]) => compareByCodePoint(a, b));
  const hash = createHash('sha256').update(JSON.stringify(lasting)).digest('hex');
  return [
    {
      kind: 'otel',
      name: tellingValue(lasting) ?? `otel-${hash.slice(0, 8)}`,
      keys: [strong('otel', hash)],
      fields: present({ ...sharedFields(attributes), namespace: textOf(attributes, 'service.namespace', 'k8s.namespace.name') }),
      defaults: present({ group: textOf(attributes, 'deployment.environment.name') ?? KIND_DESCRIPTIONS.otel.plural }),
      labels: presentLabels({ k8s_cluster_uid: textOf(attributes, 'k8s.cluster.uid') }),
      annotations: annotationsOf(attributes, 'otel'),
      tags: {},
      seenAt,
    },
  ];
}

/** The first value that names something, rather than describing it. */
function tellingValue(sorted: [string, AttributeValue][]): string | undefined {
  const naming = sorted.filter(([name, value]) => typeof value !== 'object' && !name.startsWith('deployment.environment'));
  const [, value] = naming.find(([name]) => name.endsWith('.name')) ?? naming.find(([name]) => /[._](?:id|uid)$/.test(name)) ?? [];
  return value === undefined ? undefined : valueText(value);
}
