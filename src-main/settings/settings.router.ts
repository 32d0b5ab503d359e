import { clockRouter } from '../clock/clock.router.ts';
import { openRpc, rpc } from '../rpc/base.ts';
import { securityRouter } from '../security/security.router.ts';
import { changeSchoolSettings, readSchoolSettings } from './settings.service.ts';

export const settingsRouter = openRpc.settings.router({
  security: securityRouter,
  clock: clockRouter,
  device: openRpc.settings.device.handler(({ context }) => context.platform.preferences.read()),
  updateDevice: openRpc.settings.updateDevice.handler(({ context, input }) =>
    context.platform.preferences.update(input),
  ),
  school: rpc.settings.school.handler(({ context }) => readSchoolSettings(context.db)),
  updateSchool: rpc.settings.updateSchool.handler(({ context, input }) => {
    const settings = changeSchoolSettings(context, input);
    context.host.connections.announceAll();
    return settings;
  }),
});
