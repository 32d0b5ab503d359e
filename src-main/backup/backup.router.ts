import { openRpc, rpc } from '../rpc/base.ts';
import type { CallContext } from '../rpc/call-context.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { backupStatus, chooseBackupFolder, makeBackup } from './backups.service.ts';
import { type RestoreDesk, restoreDeskOf } from './restore.service.ts';

const desk = ({ platform, host }: CallContext): RestoreDesk => restoreDeskOf(platform, host);

/** For people who cannot sign in yet; once they can, an admin must. */
function deskBeforeSignIn(context: CallContext): RestoreDesk {
  if (context.host.status().state === 'ready')
    throw new DomainError('CONFLICT', { what: 'register' });
  return desk(context);
}

async function applyAndSignOut(context: CallContext) {
  const restored = await desk(context).apply(context.connection.accountId);
  context.connection.signOut();
  return restored;
}

export const backupRouter = openRpc.backup.router({
  status: rpc.backup.status.handler(({ context }) => backupStatus(context)),
  make: rpc.backup.make.handler(({ context }) => makeBackup(context)),
  chooseFolder: rpc.backup.chooseFolder.handler(({ context }) => chooseBackupFolder(context)),
  restore: {
    choose: rpc.backup.restore.choose.handler(({ context }) => desk(context).choose()),
    preview: rpc.backup.restore.preview.handler(({ context, input }) =>
      desk(context).preview(input.passphrase),
    ),
    apply: rpc.backup.restore.apply.handler(({ context }) => applyAndSignOut(context)),
  },
  recover: {
    choose: openRpc.backup.recover.choose.handler(({ context }) =>
      deskBeforeSignIn(context).choose(),
    ),
    preview: openRpc.backup.recover.preview.handler(({ context, input }) =>
      deskBeforeSignIn(context).preview(input.passphrase),
    ),
    apply: openRpc.backup.recover.apply.handler(({ context }) =>
      deskBeforeSignIn(context).apply(null),
    ),
  },
});
