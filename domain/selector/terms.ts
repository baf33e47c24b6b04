import { FIELD_ALIASES, FIELDS, type FieldName, type FieldType, isFieldName } from '../fields';

/** What a term compares with: the field's own type, or one of the language's own. */
export type TermType = FieldType | 'flag' | 'presence' | 'view';

interface TermDescription {
  type: TermType;
  summary: string;
  example: string;
}

/** The names that the language adds to the fields. */
const OWN_TERMS = {
  tags: { type: 'number', summary: 'How many tags it has', example: 'tags:0' },
  under: { type: 'uuid', summary: 'Anywhere below a resource, itself left out', example: 'under:0198c0de-0000-7000-8000-000000000001' },
  is: { type: 'flag', summary: 'A condition that the registry works out', example: 'is:stale' },
  has: { type: 'presence', summary: 'A field, tags, labels, a parent or children are there', example: 'has:owner' },
  no: { type: 'presence', summary: 'A field, tags, labels, a parent or children are missing', example: 'no:environment' },
  view: { type: 'view', summary: 'What a saved view lists', example: 'view:production-web' },
} as const satisfies Record<string, TermDescription>;

const FIELD_EXAMPLES = {
  name: 'name:web-*',
  display_name: 'display_name:"Web server"',
  id: 'id:0198c0de-0000-7000-8000-000000000001',
  kind: 'kind:(host, container)',
  status: 'status:offline',
  group: 'group:edge',
  environment: 'environment:prod',
  owner: 'owner:payments',
  platform: 'platform:linux',
  runtime: 'runtime:node',
  version: 'version<1.20',
  os: 'os:ubuntu*',
  arch: 'arch:arm64',
  ip: 'ip:10.0.0.0/8',
  type: 'type:deployment',
  cluster: 'cluster:eu-1',
  namespace: 'namespace:default',
  location: 'location:berlin',
  first_seen: 'first_seen>=2026-01-01',
  last_seen: 'last_seen>15m',
  created: 'created:2026-01-01..2026-02-01',
  updated: 'updated<1h',
  children: 'children>=3',
  parent: 'parent:0198c0de-0000-7000-8000-000000000001',
} as const satisfies Record<FieldName, string>;

export type OwnTermName = keyof typeof OWN_TERMS;
export type TermName = FieldName | OwnTermName;

const isOwnTerm = (text: string): text is OwnTermName => Object.hasOwn(OWN_TERMS, text);

export const isTermName = (text: string): text is TermName => isFieldName(text) || isOwnTerm(text);

export const TERM_NAMES: readonly TermName[] = [
  ...(Object.keys(FIELDS) as FieldName[]), // the keys of literal objects that nobody extends
  ...(Object.keys(OWN_TERMS) as OwnTermName[]),
];

/** What a help page and completion say about a term; the parser reads its type here. */
export function describeTerm(name: TermName): TermDescription {
  if (isOwnTerm(name)) return OWN_TERMS[name];
  return { type: FIELDS[name].type, summary: FIELDS[name].label, example: FIELD_EXAMPLES[name] };
}

/** The term that people mean by a name or its short form. */
export function termNamed(text: string): TermName | undefined {
  if (Object.hasOwn(FIELD_ALIASES, text)) return FIELD_ALIASES[text as keyof typeof FIELD_ALIASES]; // just checked
  return isTermName(text) ? text : undefined;
}

export const FLAGS = {
  new: 'First seen within the last 24 hours',
  stale: 'Silent for longer than its kind may be idle',
  orphan: 'A container or app without a parent, or whose parent is retired',
  untagged: 'Without any tag',
  retired: 'Taken out of service; left out of everything unless the query says this',
} as const;

export type Flag = keyof typeof FLAGS;

export const isFlag = (text: string): text is Flag => Object.hasOwn(FLAGS, text);

/** What `has:` and `no:` may be asked beside the nullable fields. */
const OTHER_PRESENCES = ['tag', 'label', 'annotation', 'children'] as const;

type NullableField = { [Name in FieldName]: (typeof FIELDS)[Name]['nullable'] extends true ? Name : never }[FieldName];

export type Presence = NullableField | (typeof OTHER_PRESENCES)[number];

export const isPresence = (text: string): text is Presence =>
  (OTHER_PRESENCES as readonly string[]).includes(text) || (isFieldName(text) && FIELDS[text].nullable);

export const PRESENCES: readonly Presence[] = [...new Set([...TERM_NAMES, ...OTHER_PRESENCES])].filter(isPresence);

/** A condition that is refused until it is built. */
export const NOT_BUILT_YET = 'noncompliant';

/** How long `is:new` lasts. */
export const NEW_FOR_MS = 86_400_000;
