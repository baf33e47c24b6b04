/** The words that a generated fleet is made of. */
export const SERVICES = [
  'checkout', 'payments', 'catalog', 'search', 'cart', 'identity', 'notifications', 'inventory', 'pricing', 'shipping', 'ledger', 'fraud', 'profile',
  'recommendations', 'reviews', 'media', 'orders', 'billing', 'sessions', 'gateway', 'analytics', 'reporting', 'scheduler', 'mailer', 'webhooks',
  'geocoder', 'exports', 'imports', 'loyalty', 'vouchers', 'returns', 'warehouse', 'routing', 'tracking', 'support', 'chat', 'feature-flags', 'audit-log',
  'content', 'translations',
] as const;

export const PARTS = ['api', 'worker', 'web', 'db', 'cache', 'queue', 'proxy', 'cron'] as const;

export const TEAMS = [
  'core', 'payments', 'search', 'growth', 'platform', 'data', 'identity', 'infra', 'mobile', 'logistics', 'security', 'ml', 'support', 'content', 'billing',
  'edge', 'observability', 'partners', 'marketing', 'finance', 'it', 'quality', 'labs', 'research', 'compliance',
] as const;

export const LOCATIONS = [
  'eu-west-1a', 'eu-west-1b', 'eu-central-1a', 'us-east-1a', 'us-east-1b', 'us-east-1c', 'us-west-2a', 'ap-southeast-1a', 'fra1', 'ams2', 'lon3', 'par1',
  'Zürich', 'København', 'São Paulo', 'rack-12', 'rack-13', 'rack-40', 'sa-east-1a', 'ap-northeast-1c',
] as const;

export const OPERATING_SYSTEMS = [
  'Ubuntu 22.04.4 LTS', 'Ubuntu 24.04.1 LTS', 'Debian GNU/Linux 12', 'Red Hat Enterprise Linux 9.2', 'Amazon Linux 2023', 'Alpine Linux 3.20',
  'Windows Server 2022', 'Rocky Linux 9.4', 'Flatcar 3975.2', 'Talos 1.7.6',
] as const;

export const PLATFORMS = ['linux', 'aws', 'gke', 'azure', 'windows', 'vmware', 'bare-metal'] as const;
export const CONTAINER_RUNTIMES = ['kubernetes', 'docker', 'containerd', 'podman', 'cri-o'] as const;
export const APP_RUNTIMES = ['java', 'nodejs', 'python', 'go', 'dotnet', 'ruby', 'php', 'rust'] as const;
export const NAMESPACES = ['default', 'shop', 'payments', 'search', 'platform', 'data', 'monitoring', 'kube-system', 'edge', 'batch', 'staging', 'internal'] as const;
export const DEVICE_ROLES = ['sw-access', 'sw-core', 'rtr-edge', 'fw', 'ap', 'pdu', 'ups', 'printer', 'camera', 'nas'] as const;
export const VENDORS = ['cisco', 'juniper', 'arista', 'mikrotik', 'apc', 'hp', 'axis', 'synology'] as const;

/** 300 groups: a product line and a cell of it. */
export const GROUPS = Array.from({ length: 300 }, (_, i) => `${SERVICES[i % 30] ?? 'core'}-${['blue', 'green', 'red', 'gold', 'grey', 'jade', 'teal', 'rust', 'sand', 'plum'][Math.floor(i / 30)] ?? 'blue'}`);
export const CLUSTERS = Array.from({ length: 48 }, (_, i) => `${['prod', 'prod', 'stage', 'dev'][i % 4] ?? 'prod'}-${['eu', 'us', 'ap'][i % 3] ?? 'eu'}-${String(Math.floor(i / 4) + 1).padStart(2, '0')}`);
export const PEOPLE = ['ada', 'grace', 'linus', 'margaret', 'barbara', 'ken', 'dennis', 'radia', 'frances', 'tim', 'katherine', 'edsger', 'Zoë', 'Jürgen'] as const;
