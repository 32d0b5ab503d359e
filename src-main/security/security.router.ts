import { backUpIfDue } from '../backup/backup-schedule.ts';
import { rpc } from '../rpc/base.ts';
import { changeKey } from './change-key.service.ts';
import { changePassphrase } from './change-passphrase.service.ts';
import { checkLog } from './check-log.service.ts';
import { readIntegrity } from './integrity.service.ts';
import { readKeyStanding } from './key-standing.service.ts';

export const securityRouter = rpc.settings.security.router({
  integrity: rpc.settings.security.integrity.handler(({ context }) => readIntegrity(context)),
  check: rpc.settings.security.check.handler(async ({ context }) => {
    await checkLog(context, { isFull: true });
    return readIntegrity({ ...context, db: context.host.register().db });
  }),
  key: rpc.settings.security.key.handler(({ context }) => readKeyStanding(context)),
  changePassphrase: rpc.settings.security.changePassphrase.handler(async ({ context, input }) => {
    await changePassphrase(context, input);
    await backUpIfDue(context.host, context.platform);
    return readKeyStanding(context);
  }),
  changeKey: rpc.settings.security.changeKey.handler(async ({ context, input }) => {
    await changeKey(context, input);
    await backUpIfDue(context.host, context.platform);
    return readKeyStanding(context);
  }),
});
