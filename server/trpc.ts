import { initTRPC, TRPCError } from '@trpc/server';
import { writeTx, type WriteTx, type Written } from '@/db/write-tx';
import type { Context } from './context';
import { ERROR_CODES } from './errors';
import { visibleError } from './visible-error';

const t = initTRPC.context<Context>().create({
  // So that a page notices when its stream is dead, and no proxy takes it for idle.
  sse: { ping: { enabled: true, intervalMs: 10_000 } },
  errorFormatter({ shape, error }) {
    const visible = visibleError(error);
    const { path } = shape.data;
    const { status, trpc } = ERROR_CODES[visible.code];
    return {
      code: shape.code,
      message: visible.message,
      data: { code: trpc, httpStatus: status, ...(path === undefined ? {} : { path }), appCode: visible.code, ...visible.details },
    };
  },
});

/** Gives every error the code of the table, and the sentence that a person may see. */
const read = t.procedure.use(async ({ next }) => {
  const outcome = await next();
  if (outcome.ok) return outcome;
  const visible = visibleError(outcome.error);
  throw new TRPCError({ code: ERROR_CODES[visible.code].trpc, message: visible.message, cause: visible });
});

/** `ctx.write` runs a change in a transaction that records it under the procedure's own path. */
const edit = read.use(({ ctx, path, next }) => {
  const write = <Result>(work: (tx: WriteTx) => Promise<Written<Result>>): Promise<Result> =>
    writeTx(ctx.db, { actor: ctx.actor, action: path }, work);
  return next({ ctx: { write } });
});

export const { router, createCallerFactory } = t;
export { edit, read };
