import type { Account } from '#shared/contract/accounts.contract.ts';
import { admits, type ProcedureMeta } from '#shared/contract/base.ts';
import { accountSignedIn, signInState } from '../accounts/sign-in-state.ts';
import type { CallContext } from './call-context.ts';
import { DomainError } from './domain-error.ts';
import { rpcMiddleware } from './middleware.ts';
import { isStream, watchStream } from './watched-stream.ts';

/**
 * The account that this connection is signed in to, read afresh, so that one archived or given
 * another role is refused from its next call on.
 * @throws DomainError NOT_READY, UNAUTHENTICATED or FORBIDDEN
 */
function authorise(context: CallContext, { access }: ProcedureMeta): Account {
  context.host.register();
  const account = accountSignedIn(context);
  if (account === null) throw new DomainError('UNAUTHENTICATED');
  if (!admits(access, account.role)) throw new DomainError('FORBIDDEN');
  return account;
}

/**
 * Holds back an account that has to type its password again, or to change a temporary one, first.
 * @throws DomainError LOCKED or PASSWORD_DUE
 */
function assertFree(context: CallContext, meta: ProcedureMeta): void {
  const { state } = signInState(context);
  if (state === 'locked' && !meta.whileLocked) throw new DomainError('LOCKED');
  if (state === 'passwordDue' && !meta.whilePasswordDue) throw new DomainError('PASSWORD_DUE');
}

/** Refuses before the handler, and before the input is parsed, whom the contract does not admit. */
export const checkAccess = rpcMiddleware.middleware(async ({ context, next, procedure }) => {
  const { meta } = procedure['~orpc'];
  if (meta.access !== 'anyone') {
    authorise(context, meta);
    assertFree(context, meta);
  }
  return next();
});

/**
 * Adds the account and the open register to the context. A stream ends when the account signs
 * out; one that was begun goes on while the window is locked.
 */
export const requireAccount = rpcMiddleware.middleware(async ({ context, next, procedure }) => {
  const { meta } = procedure['~orpc'];
  const account = authorise(context, meta);
  context.host.lookAtClock();
  const { db, live } = context.host.register();
  const result = await next({ context: { account, db, live } });
  if (!isStream(result.output)) return result;
  const beforeValue = () => {
    if (authorise(context, meta).id !== account.id) throw new DomainError('UNAUTHENTICATED');
  };
  return { ...result, output: watchStream(result.output, { beforeValue }) };
});
