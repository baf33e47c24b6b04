import type { IdentityKey } from '@/domain/resource-report';

/** The text before `=` names what a key is about: two different values of one name contradict each other. */
const key = (strength: IdentityKey['strength'], about: string, value: string): IdentityKey => ({ key: `${about}=${value}`, strength });

export const strong = (about: string, value: string): IdentityKey => key('strong', about, value);
export const medium = (about: string, value: string): IdentityKey => key('medium', about, value);

/**
 * What is unique only inside one cluster. With a cluster it is certain; without one it finds the only one of that name, and
 * `.bare` keeps such reports together when there are several.
 */
export function inCluster(about: string, cluster: string | undefined, value: string): IdentityKey[] {
  return [
    cluster === undefined ? medium(`${about}.bare`, value) : medium(about, `${cluster}/${value}`),
    { key: `${about}.any=${value}`, strength: 'weak', cluster: cluster ?? null },
  ];
}

/** `containerd://ABC` is the container `abc`. */
export const bareContainerId = (id: string): string => id.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').toLowerCase();

/** `containerd://ABC` says that containerd runs it. */
export const containerIdScheme = (id: string): string | undefined => /^([a-z][a-z0-9+.-]*):\/\//i.exec(id)?.[1]?.toLowerCase();

const FULL_ID = /^[0-9a-f]{64}$/;
const SHORT_ID = /^[0-9a-f]{12}$/;
const FARGATE_ID = /^[0-9a-f]{32}-\d+$/;

export const isShortContainerId = (text: string): boolean => SHORT_ID.test(text);

/** Docker's own ids are strong, and their first 12 digits are enough. Other shapes may be a mount id taken for a container's. */
export function containerIdKey(bareId: string): IdentityKey {
  if (FULL_ID.test(bareId) || SHORT_ID.test(bareId)) return strong('container.id', bareId.slice(0, 12));
  return FARGATE_ID.test(bareId) ? strong('container.id', bareId) : medium('container.id.odd', bareId);
}

const NOT_A_HOST = new Set(['localhost', 'localhost.localdomain', 'ip6-localhost', '127.0.0.1', '::1', '0.0.0.0', '::', 'unknown', 'none', 'null', 'n/a']);

/** A host's name without its port; undefined for names that every machine has. */
export function hostName(text: string | undefined): string | undefined {
  const name = text?.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1').trim();
  return name === undefined || name === '' || NOT_A_HOST.has(name.toLowerCase()) ? undefined : name;
}

const isAddress = (name: string): boolean => name.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(name);

/** A name proves little: it finds the only host of that name, in whole or up to the first dot. */
export function hostNameKeys(name: string, cluster: string | undefined): IdentityKey[] {
  const lower = name.toLowerCase();
  const short = isAddress(lower) ? lower : (lower.split('.')[0] ?? lower);
  return [...new Set([lower, short])].map((each) => ({ key: `host.name=${each}`, strength: 'weak', cluster: cluster ?? null }));
}

/** Keeps reports that know nothing but a host's name together. */
export const onlyHostName = (name: string): IdentityKey => medium('host.name.only', name.toLowerCase());

const EMPTY_HOST_IDS = /^(?:0[0-]*|f[f-]*|unknown|none|null|n\/a|localhost|03000200-0400-0500-0006-000700080009|to be filled by o\.e\.m\.)$/i;

/** The id of a machine; undefined for what vendors leave in its place. */
export const hostId = (text: string | undefined): string | undefined => (text === undefined || EMPTY_HOST_IDS.test(text) ? undefined : text.toLowerCase());
