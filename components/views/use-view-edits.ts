'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../trpc';

/** What can be done with views. What is shown of them, and by queries that ask for them, is read again. */
export function useViewEdits() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const readAgain = (gone?: string) => {
    // What is still shown under the slug that is gone is left at once: to ask for it would only fail.
    const isGone = (key: readonly unknown[]) => gone !== undefined && JSON.stringify(key).includes(JSON.stringify({ slug: gone }));
    void queryClient.invalidateQueries({ ...trpc.views.pathFilter(), predicate: ({ queryKey }) => !isGone(queryKey) });
    void queryClient.invalidateQueries({ ...trpc.views.pathFilter(), predicate: ({ queryKey }) => isGone(queryKey), refetchType: 'none' });
    void queryClient.invalidateQueries({ ...trpc.resources.pathFilter(), predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('view:') });
  };
  return {
    readAgain,
    save: useMutation(trpc.views.save.mutationOptions({ onSuccess: () => readAgain() })),
    update: useMutation(trpc.views.update.mutationOptions({ onSuccess: (view, { slug }) => readAgain(view.slug === slug ? undefined : slug) })),
    duplicate: useMutation(trpc.views.duplicate.mutationOptions({ onSuccess: () => readAgain() })),
    setDefault: useMutation(trpc.views.setDefault.mutationOptions({ onSuccess: () => readAgain() })),
    remove: useMutation(trpc.views.remove.mutationOptions({ onSuccess: (_, { slug }) => readAgain(slug) })),
  };
}
