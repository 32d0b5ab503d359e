import { rpc } from '../rpc/base.ts';
import { changeKey } from './change-key.service.ts';
import { changePassphrase } from './change-passphrase.service.ts';
import { readKeyStanding } from './key-standing.service.ts';

export const securityRouter = rpc.settings.security.router({
  key: rpc.settings.security.key.handler(({ context }) => readKeyStanding(context)),
  changePassphrase: rpc.settings.security.changePassphrase.handler(async ({ context, input }) => {
    await changePassphrase(context, input);
    return readKeyStanding(context);
  }),
  changeKey: rpc.settings.security.changeKey.handler(async ({ context, input }) => {
    await changeKey(context, input);
    return readKeyStanding(context);
  }),
});
