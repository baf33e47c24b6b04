'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ComponentType, useEffect } from 'react';
import { useTRPC } from '../trpc';
import { useCommands } from '../ui/commands';
import { openOverlay, useOverlay } from '../ui/overlay';
import { Sheet } from '../ui/sheet';
import { useKeys } from '../ui/use-keys';
import { useLazyComponent } from '../ui/use-lazy-component';

interface OverlayProps {
  onClose: () => void;
}

const loadPalette = () => import('../palette/command-palette').then(({ CommandPalette }) => CommandPalette);
const loadKeys = () => import('./keys-dialog').then(({ KeysDialog }) => KeysDialog);
const close = () => openOverlay(undefined);

/** What lies over any page when its key is pressed; the scripts come then. */
export function Overlays() {
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const opened = useOverlay();
  useKeys({ palette: () => openOverlay('palette'), keys: () => openOverlay('keys') });
  useCommands(async () => (await import('./shell-commands')).shellCommands(router.push));
  useCommands(async () => {
    const [{ viewCommands }, views] = await Promise.all([import('../views/view-commands'), queries.ensureQueryData(trpc.views.list.queryOptions({ counts: 'exact' }))]);
    return viewCommands(views.items, router.push);
  });
  if (opened === undefined) return null;
  return opened === 'palette' ? <Late title="Command palette" load={loadPalette} /> : <Late title="Keys" load={loadKeys} />;
}

function Late({ title, load }: { title: string; load: () => Promise<ComponentType<OverlayProps>> }) {
  const { Component, failed, ask } = useLazyComponent(load);
  useEffect(ask, [ask]);
  if (Component) return <Component onClose={close} />;
  return (
    <Sheet title={title} open={failed} onClose={close}>
      <p role="alert" className="p-4">
        It could not be loaded.{' '}
        <button type="button" className="link" onClick={ask}>
          Try again
        </button>
      </p>
    </Sheet>
  );
}
