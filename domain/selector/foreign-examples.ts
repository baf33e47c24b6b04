/** What people write who know another language, and what they are told to write here. */
export const FOREIGN_EXAMPLES: readonly { guess: string; query: string }[] = [
  { guess: 'kind:host && status:offline', query: 'kind:host status:offline' },
  { guess: 'kind:host || kind:device', query: 'kind:host OR kind:device' },
  { guess: 'tag:env=[prod,qa]', query: 'tag:env=(prod, qa)' },
  { guess: 'env in (prod,qa),!canary', query: 'tag:env=(prod, qa) -tag:canary' },
  { guess: 'up{job="api",host!~"db-.*"}', query: 'up tag:job=api tag:host!=db-*' },
  { guess: '@http.status_code:>499', query: 'label:http.status_code>499' },
  { guess: 'is:online created:>2026-01-01', query: 'status:online created>2026-01-01' },
  { guess: 'children:[3 TO *]', query: 'children:3..*' },
  { guess: "name LIKE 'web%'", query: 'name:web*' },
  { guess: "last_seen > now() - interval '1 day'", query: 'last_seen<1d' },
  { guess: 'owner IS NULL', query: 'no:owner' },
  { guess: 'name:/web-[0-9]+/', query: 'name:*web-*' },
];
