import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Access } from '#shared/contract/base.ts';
import { findActiveAccount } from '../accounts/accounts.queries.ts';
import type { CallContext } from './call-context.ts';
import { DomainError } from './domain-error.ts';
import { rpcMiddleware } from './middleware.ts';
import { isStream, watchStream } from './watched-stream.ts';

/**
 * The account that this connection is signed in to, read afresh, so that one archived or given
 * another role is refused from its next call on.
 * @throws DomainError NOT_READY, UNAUTHENTICATED or FORBIDDEN
 */
function authorise({ host, connection }: CallContext, access: Access): Account {
  const { db } = host.register();
  const account =
    connection.accountId === null ? null : findActiveAccount(db, connection.accountId);
  if (account === null) throw new DomainError('UNAUTHENTICATED');
  const allowed = access === 'anyone' || access === 'signedIn' || access.includes(account.role);
  if (!allowed) throw new DomainError('FORBIDDEN');
  return account;
}

/** Refuses before the handler, and before the input is parsed, whom the contract does not admit. */
export const checkAccess = rpcMiddleware.middleware(async ({ context, next, procedure }) => {
  const { access } = procedure['~orpc'].meta;
  if (access !== 'anyone') authorise(context, access);
  return next();
});

/** Adds the account and the open register to the context; a stream ends when the account signs out. */
export const requireAccount = rpcMiddleware.middleware(async ({ context, next, procedure }) => {
  const { access } = procedure['~orpc'].meta;
  const account = authorise(context, access);
  const { db, live } = context.host.register();
  const result = await next({ context: { account, db, live } });
  if (!isStream(result.output)) return result;
  const beforeValue = () => {
    if (authorise(context, access).id !== account.id) throw new DomainError('UNAUTHENTICATED');
  };
  return { ...result, output: watchStream(result.output, { beforeValue }) };
});
