import type { Account, SignInState } from '#shared/contract/accounts.contract.ts';
import type { CallContext } from '../rpc/call-context.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { findActiveAccount } from './accounts.queries.ts';

const MINUTE_MS = 60_000;

/** Who is signed in on this window, read afresh; null: nobody, or an account that is archived. */
export function accountSignedIn({ host, connection }: CallContext): Account | null {
  const { accountId } = connection;
  return accountId === null ? null : findActiveAccount(host.register().db, accountId);
}

/** How this window stands; one that has been idle for too long is locked by being asked. */
export function signInState(context: CallContext): SignInState {
  const account = accountSignedIn(context);
  if (account === null) return { state: 'signedOut' };
  const { host, connection, platform } = context;
  const { idleLockMinutes } = readSchool(host.register().db);
  connection.lockIfIdle(platform.now(), idleLockMinutes * MINUTE_MS);
  if (connection.locked) return { state: 'locked', account };
  if (account.mustChangePassword) return { state: 'passwordDue', account };
  return { state: 'signedIn', account, idleLockMinutes };
}

/** How it stands now, and again at each change, until the window has gone. */
export async function* watchSignIn(
  context: CallContext,
  signal?: AbortSignal,
): AsyncGenerator<SignInState, void, void> {
  const changes = context.connection.changes(signal);
  yield signInState(context);
  for await (const _change of changes) yield signInState(context);
}
