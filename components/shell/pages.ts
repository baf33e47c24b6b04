import type { IconName } from '../ui/icon';

/** What the navigation leads to. */
export const PAGES: readonly { href: string; label: string; icon: IconName }[] = [
  { href: '/resources', label: 'Inventory', icon: 'rows' },
  { href: '/activity', label: 'Activity', icon: 'history' },
];
