/** Queries that show the language, by what they are about. The help page explains each in words that are made from the query itself. */
export const SELECTOR_EXAMPLES: readonly { title: string; note: string; queries: readonly string[] }[] = [
  {
    title: 'Fields',
    note: 'A field, a colon, a value. Several terms with spaces between them all have to match. * stands for any text, outside quotes.',
    queries: ['kind:host', 'kind:(host, container) status:offline', 'name:web-*', 'owner:"Team Blue"', 'group!=sandbox'],
  },
  {
    title: 'Tags, labels, annotations',
    note: 'Tags come from people and can be changed, labels come from the system. A key alone asks whether it is there.',
    queries: ['tag:env=prod', 'tag:env', 'tag:team=(core, platform)', 'tag:team*=infra', 'label:region=eu-*', 'tag:cores>=8', 'tag:note=""'],
  },
  {
    title: 'Not, or, groups',
    note: 'A minus or NOT turns a term round, also for what has no such value. OR binds weaker than the space; parentheses group.',
    queries: ['-tag:deprecated', 'tag:env -tag:env=prod', 'status:offline OR status:idle', 'kind:host -(group:edge OR group:lab)'],
  },
  {
    title: 'Words',
    note: 'A word is looked for in names and in the values of tags and labels; ids and addresses are found by how they begin.',
    queries: ['web', 'web prod', '"front door"', '"OR"'],
  },
  {
    title: 'Numbers, versions, networks',
    note: 'Ranges include both ends; * leaves one open. What is no number or no version compares as false.',
    queries: ['children>=3', 'tags:0', 'tag:cores=4..16', 'version<1.20', 'version:1.2..*', 'ip:10.0.0.0/8', 'ip:10.1.*'],
  },
  {
    title: 'Time',
    note: 'With a duration the left side is an age: < is more recent than, > is longer ago. With a date it is a moment, in UTC unless a zone is given.',
    queries: ['last_seen<1h', 'last_seen>7d', 'first_seen>=2026-01-01', 'created:2026-01-01..2026-02-01', 'updated<2026-01-31T10:00+02:00'],
  },
  {
    title: 'Relatives',
    note: 'What stands in the parentheses is asked of the relative. Empty parentheses ask whether there is one.',
    queries: ['parent(kind:host status:offline)', 'kind:container -parent()', 'child(status:offline)', 'ancestor(tag:env=prod)', 'descendant(kind:app)'],
  },
  {
    title: 'Conditions',
    note: 'What the registry works out by itself, and whether something is there at all.',
    queries: ['is:stale', 'is:new kind:host', 'is:orphan', 'is:retired', 'has:owner', 'no:environment'],
  },
  {
    title: 'Saved views',
    note: 'A view is asked for by its slug and stands for its whole query, as if in parentheses. Views may ask for other views; when one is changed, so is every answer that asks for it.',
    queries: ['view:production-web', 'view:production-web status:offline', '-view:(production-web, edge-devices)'],
  },
];
