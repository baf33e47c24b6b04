/** What a resource can be. The order is the one in which people read them: from the root of the tree to its leaves. */
export const KINDS = ['agent', 'host', 'container', 'app', 'device', 'syslog', 'otel'] as const;

export type Kind = (typeof KINDS)[number];

interface KindDescription {
  label: string;
  plural: string;
  /** Kinds its parent may have; empty: always a root. */
  parents: readonly Kind[];
  /** Whether having no parent is worth a person's attention (`is:orphan`). */
  belongsSomewhere: boolean;
}

export const KIND_DESCRIPTIONS = {
  agent: { label: 'Agent', plural: 'agents', parents: [], belongsSomewhere: false },
  host: { label: 'Host', plural: 'hosts', parents: ['agent'], belongsSomewhere: false },
  container: { label: 'Container', plural: 'containers', parents: ['host'], belongsSomewhere: true },
  app: { label: 'App', plural: 'apps', parents: ['container', 'host', 'device'], belongsSomewhere: true },
  device: { label: 'Device', plural: 'devices', parents: [], belongsSomewhere: false },
  syslog: { label: 'Syslog source', plural: 'syslog sources', parents: [], belongsSomewhere: false },
  otel: { label: 'OTel source', plural: 'OTel sources', parents: [], belongsSomewhere: false },
} as const satisfies Record<Kind, KindDescription>;

export const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text);
