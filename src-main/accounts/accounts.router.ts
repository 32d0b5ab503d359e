import { recordActivity } from '../activity/activity.service.ts';
import { openRpc, rpc } from '../rpc/base.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { listAccounts } from './accounts.queries.ts';
import {
  type By,
  changeAccount,
  createAccount,
  createStudentAccount,
  resetPassword,
} from './accounts.service.ts';
import { assertOwnPassword, changeOwnPassword } from './own-password.service.ts';
import { signIn } from './sign-in.service.ts';
import { accountSignedIn, watchSignIn } from './sign-in-state.ts';
import {
  grantSubstitution,
  readSubstitutions,
  revokeSubstitution,
} from './substitutions.service.ts';

const by = ({ account, platform }: SignedInContext): By => ({
  actor: account,
  now: platform.now(),
});

function noteSignOut({ db, account, platform }: SignedInContext): void {
  recordActivity(db, { at: platform.now(), kind: 'signOut', actorId: account.id });
}

export const accountsRouter = openRpc.accounts.router({
  me: openRpc.accounts.me.handler(({ context }) => accountSignedIn(context)),
  watch: openRpc.accounts.watch.handler(({ context, signal }) => watchSignIn(context, signal)),
  signIn: openRpc.accounts.signIn.handler(async ({ context, input }) => {
    const { host, platform, connection } = context;
    connection.signOut();
    const account = await signIn(host.register().db, input, () => platform.now());
    connection.signIn(account.id, platform.now());
    return account;
  }),
  signOut: rpc.accounts.signOut.handler(({ context }) => {
    // First of all, so that a full disk cannot keep anyone signed in.
    context.connection.signOut();
    noteSignOut(context);
  }),
  signOutEverywhere: rpc.accounts.signOutEverywhere.handler(({ context }) => {
    context.host.connections.signOutAccount(context.account.id);
    noteSignOut(context);
  }),
  changePassword: rpc.accounts.changePassword.handler(async ({ context, input }) => {
    const { db, host, connection, account } = context;
    await changeOwnPassword(db, input, by(context));
    host.connections.signOutAccount(account.id, connection);
    connection.announce();
  }),
  noteInput: rpc.accounts.noteInput.handler(({ context }) =>
    context.connection.noteInput(context.platform.now()),
  ),
  lock: rpc.accounts.lock.handler(({ context }) => context.connection.lock()),
  reEnter: rpc.accounts.reEnter.handler(async ({ context, input }) => {
    const { db, connection, account, platform } = context;
    await assertOwnPassword(db, input.password, by(context));
    if (connection.accountId === account.id) connection.unlock(platform.now());
  }),
  list: rpc.accounts.list.handler(({ context }) => listAccounts(context.db)),
  create: rpc.accounts.create.handler(({ context, input }) =>
    createAccount(context.db, input, by(context)),
  ),
  createForStudent: rpc.accounts.createForStudent.handler(({ context, input }) =>
    createStudentAccount(context.db, input, by(context)),
  ),
  substitutions: rpc.accounts.substitutions.handler(({ context }) => readSubstitutions(context)),
  grantSubstitution: rpc.accounts.grantSubstitution.handler(({ context, input }) =>
    grantSubstitution(context, input),
  ),
  revokeSubstitution: rpc.accounts.revokeSubstitution.handler(({ context, input }) =>
    revokeSubstitution(context, input.id),
  ),
  update: rpc.accounts.update.handler(({ context, input }) => {
    const { db, host } = context;
    const account = changeAccount(db, input, by(context));
    if (account.archivedAt !== null) host.connections.signOutAccount(account.id);
    host.connections.announceAll();
    return account;
  }),
  resetPassword: rpc.accounts.resetPassword.handler(async ({ context, input }) => {
    const issued = await resetPassword(context.db, input.id, by(context));
    context.host.connections.signOutAccount(input.id);
    return issued;
  }),
});
