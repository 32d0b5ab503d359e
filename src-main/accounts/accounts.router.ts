import { recordActivity } from '../activity/activity.service.ts';
import { openRpc, rpc } from '../rpc/base.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { findActiveAccount, listAccounts } from './accounts.queries.ts';
import { type By, changeAccount, changeOwnPassword, createAccount } from './accounts.service.ts';
import { signIn } from './sign-in.service.ts';
import {
  grantSubstitution,
  readSubstitutions,
  revokeSubstitution,
} from './substitutions.service.ts';

const by = ({ account, platform }: SignedInContext): By => ({
  actor: account,
  now: platform.now(),
});

export const accountsRouter = openRpc.accounts.router({
  me: openRpc.accounts.me.handler(({ context: { host, connection } }) =>
    connection.accountId === null
      ? null
      : findActiveAccount(host.register().db, connection.accountId),
  ),
  signIn: openRpc.accounts.signIn.handler(async ({ context, input }) => {
    const { host, platform, connection } = context;
    connection.accountId = null;
    const account = await signIn(host.register().db, input, () => platform.now());
    connection.accountId = account.id;
    return account;
  }),
  signOut: rpc.accounts.signOut.handler(({ context: { db, account, platform, connection } }) => {
    // First of all, so that a full disk cannot keep anyone signed in.
    connection.accountId = null;
    recordActivity(db, { at: platform.now(), kind: 'signOut', actorId: account.id });
  }),
  changePassword: rpc.accounts.changePassword.handler(({ context, input }) =>
    changeOwnPassword(context.db, input, by(context)),
  ),
  list: rpc.accounts.list.handler(({ context }) => listAccounts(context.db)),
  create: rpc.accounts.create.handler(({ context, input }) =>
    createAccount(context.db, input, by(context)),
  ),
  substitutions: rpc.accounts.substitutions.handler(({ context }) => readSubstitutions(context)),
  grantSubstitution: rpc.accounts.grantSubstitution.handler(({ context, input }) =>
    grantSubstitution(context, input),
  ),
  revokeSubstitution: rpc.accounts.revokeSubstitution.handler(({ context, input }) =>
    revokeSubstitution(context, input.id),
  ),
  update: rpc.accounts.update.handler(({ context, input }) =>
    changeAccount(context.db, input, by(context)),
  ),
});
