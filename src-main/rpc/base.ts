import { implement } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import type { CallContext } from './call-context.ts';
import { checkAccess, requireAccount } from './check-access.ts';
import { mapErrors } from './map-errors.ts';

/**
 * The root of handlers that serve people before sign-in (`access: 'anyone'`). Their context is
 * `CallContext`; the register is `context.host.register()`.
 */
export const openRpc = implement(contract).$context<CallContext>().use(mapErrors).use(checkAccess);

/**
 * The root of every other handler. The account has been read from the database and its role
 * checked against the contract before the input is even parsed; the context is `SignedInContext`.
 *
 * A service refuses by throwing a `DomainError` of a code its procedure declares. Anything else
 * that it throws is a fault: it is logged without its data and reaches the window as
 * INTERNAL_SERVER_ERROR, except for the storage errors that every procedure declares.
 */
export const rpc = openRpc.use(requireAccount);
