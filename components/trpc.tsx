'use client';

import { createTRPCClient, httpLink, type TRPCClientErrorLike } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@/server/router';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export type ApiClient = ReturnType<typeof createApiClient>;
export type ApiError = TRPCClientErrorLike<AppRouter>;

/** Every call is its own request, so that a quick list never waits for slow counts; posted, since a query may be longer than an address. */
export const createApiClient = () => createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc', methodOverride: 'POST' })] });
