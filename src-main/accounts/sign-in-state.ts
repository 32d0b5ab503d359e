import { AsyncIteratorClass } from '@orpc/server';
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

/** How it stands now, and again at each change, until the window has gone or looks no more. */
export function watchSignIn(
  context: CallContext,
  signal?: AbortSignal,
): AsyncIteratorObject<SignInState, void, void> {
  const changes = context.connection.changes(signal);
  let isFirst = true;
  // Not a generator: one that waits for a change could not be told to stop.
  return new AsyncIteratorClass<SignInState, void, void>(
    async () => {
      if (!isFirst && (await changes.next()).done) return { done: true, value: undefined };
      isFirst = false;
      return { done: false, value: signInState(context) };
    },
    async () => {
      await changes.return();
    },
  );
}
