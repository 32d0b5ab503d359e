import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { saveDiagnostics } from '../diagnostics/diagnostics.service.ts';
import { openRpc, rpc } from '../rpc/base.ts';

export const appRouter = openRpc.app.router({
  status: openRpc.app.status.handler(({ context }) => context.host.status()),
  retry: openRpc.app.retry.handler(({ context }) => context.host.open()),
  openDataFolder: openRpc.app.openDataFolder.handler(({ context }) =>
    context.platform.openFolder(context.platform.dataFolder),
  ),
  unlock: openRpc.app.unlock.handler(({ context, input }) => context.host.unlock(input.passphrase)),
  setUp: openRpc.app.setUp.handler(({ context, input }) => context.host.setUp(input)),
  saveDiagnostics: rpc.app.saveDiagnostics.handler(({ context, input }) =>
    saveDiagnostics(context, input),
  ),
  about: rpc.app.about.handler(({ context: { host, platform } }) => ({
    version: platform.versions.app,
    electron: platform.versions.electron,
    chromium: platform.versions.chromium,
    dataFolder: platform.dataFolder,
    databaseBytes: host.databaseBytes(),
    modelId: DESCRIPTOR_MODEL.id,
  })),
});
