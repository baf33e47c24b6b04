/** What a `cloud.platform` says: whose it is, and what runs there. Kubernetes platforms have no type of their own. */
interface CloudPlatform {
  platform: string;
  type?: string;
}

const cloud = (platform: string, type?: string): CloudPlatform => (type === undefined ? { platform } : { platform, type });

/** By the value with `_` for `.`: Azure's values were renamed from `azure_vm` to `azure.vm`. */
const CLOUD_PLATFORMS: Record<string, CloudPlatform> = {
  aws_ec2: cloud('aws', 'ec2'),
  aws_ecs: cloud('aws', 'ecs-task'),
  aws_eks: cloud('aws'),
  aws_lambda: cloud('aws', 'lambda'),
  aws_elastic_beanstalk: cloud('aws', 'app'),
  aws_app_runner: cloud('aws', 'app'),
  gcp_compute_engine: cloud('gcp', 'vm'),
  gcp_bare_metal_solution: cloud('gcp', 'bare-metal'),
  gcp_kubernetes_engine: cloud('gcp'),
  gcp_cloud_run: cloud('gcp', 'cloud-run'),
  gcp_cloud_functions: cloud('gcp', 'function'),
  azure_vm: cloud('azure', 'vm'),
  azure_aks: cloud('azure'),
  azure_functions: cloud('azure', 'function'),
  azure_container_apps: cloud('azure', 'container'),
  azure_container_instances: cloud('azure', 'container'),
  oracle_cloud_compute: cloud('oracle_cloud', 'vm'),
  hetzner_cloud_server: cloud('hetzner', 'vm'),
  scaleway_cloud_compute: cloud('scaleway_cloud', 'vm'),
  vultr_cloud_compute: cloud('vultr', 'vm'),
  alibaba_cloud_ecs: cloud('alibaba_cloud', 'vm'),
  tencent_cloud_cvm: cloud('tencent_cloud', 'vm'),
  akamai_cloud_compute: cloud('akamai_cloud', 'vm'),
};

const OWN_TYPES = new Set(['ec2', 'vm', 'bare-metal']);
const CONTAINER_TYPES = new Set(['ecs-task', 'container', 'cloud-run']);
const APP_TYPES = new Set(['app', 'function', 'lambda', 'cloud-run']);

function knownPlatform(text: string | undefined): CloudPlatform | undefined {
  if (text === undefined) return undefined;
  const name = text.toLowerCase().replaceAll('.', '_');
  return Object.hasOwn(CLOUD_PLATFORMS, name) ? CLOUD_PLATFORMS[name] : undefined;
}

/** A platform that is not listed keeps its own text, or the name of its cloud where that is known. */
export const platformOf = (text: string | undefined): string | undefined =>
  knownPlatform(text)?.platform ?? /^(aws|gcp|azure)[._]/.exec(text ?? '')?.[1] ?? text;

export const hostTypeOf = (text: string | undefined): string | undefined => pick(text, OWN_TYPES);
export const containerTypeOf = (text: string | undefined): string | undefined => pick(text, CONTAINER_TYPES);
export const appTypeOf = (text: string | undefined): string | undefined => pick(text, APP_TYPES);

function pick(text: string | undefined, types: ReadonlySet<string>): string | undefined {
  const type = knownPlatform(text)?.type;
  return type !== undefined && types.has(type) ? type : undefined;
}
