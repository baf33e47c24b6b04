import type { ListedView } from '@/domain/saved-view';
import { NO_VIEW_ADDRESS, viewAddress } from '@/domain/view-address';
import type { Command } from '../ui/commands';
import { exactNumber } from '../ui/exact-number';

/** The way to every saved view. */
export const viewCommands = (views: readonly ListedView[], open: (href: string) => void): Command[] => [
  ...views.map((view): Command => ({
    group: 'Views',
    name: view.name,
    also: `view:${view.slug} saved view`,
    ...(view.count !== null && { note: exactNumber(view.count) }),
    icon: view.isDefault ? 'pin' : 'rows',
    run: () => open(viewAddress(view)),
  })),
  { group: 'Views', name: 'Everything', also: 'all resources no view', icon: 'rows', run: () => open(NO_VIEW_ADDRESS) },
];
