import { RPCHandler } from '@orpc/server/message-port';
import { type IpcMainEvent, ipcMain } from 'electron';
import { CONNECT_CHANNEL } from '#shared/contract/connection.ts';
import { float32Serializer } from '#shared/contract/float32-serializer.ts';
import type { RegisterHost } from '../app/register-host.ts';
import type { Platform } from '../platform.ts';
import { router } from '../router.ts';
import { isTrustedAddress } from './trusted-sender.ts';

function isTrustedSender(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isTrustedAddress(frame.url);
}

/**
 * Accepts ports from our own window and serves the contract on them. The sender is checked here,
 * once, when its port arrives; each port is a connection of its own, signed in by nobody.
 */
export function acceptConnections(host: RegisterHost, platform: Platform): void {
  const handler = new RPCHandler(router, { customJsonSerializers: [float32Serializer] });
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isTrustedSender(event)) {
      platform.log.warn('A port from a page that is not ours was refused');
      port.close();
      return;
    }
    const connection = host.connections.open();
    port.on('close', () => host.connections.close(connection));
    handler.upgrade(port, { context: { host, platform, connection } });
    port.start();
  });
}
