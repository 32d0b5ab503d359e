import { os } from '@orpc/server';
import type { ProcedureMeta } from '#shared/contract/base.ts';
import type { CallContext } from './call-context.ts';

/** Makes middlewares that see the call's context and what the contract says of the procedure. */
export const rpcMiddleware = os.$context<CallContext>().$meta<ProcedureMeta>({ access: ['admin'] });
