import { type Context, createContext } from './context';
import { appRouter } from './router';
import { createCallerFactory } from './trpc';

const callerOf = createCallerFactory(appRouter);

export type Caller = ReturnType<typeof callerOf>;

/** The same procedures as over HTTP, for server components and the HTTP doors. */
export const caller = (context: Context = createContext()): Caller => callerOf(context);
