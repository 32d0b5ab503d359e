import type { RPCHandler } from '@orpc/server/message-port';
import { type IpcMainEvent, ipcMain } from 'electron';
import { CONNECT_CHANNEL } from '#shared/contract/connection.ts';
import type { Connection, Logger } from '../platform.ts';
import { isTrustedAddress } from './trusted-sender.ts';

/** What a handler is given besides its input. */
export interface ConnectionContext {
  connection: Connection;
}

function isTrustedSender(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isTrustedAddress(frame.url);
}

/**
 * Accepts ports from our own window and serves the contract on them. The sender is checked here,
 * once, when its port arrives; each port is a connection of its own, signed in by nobody.
 */
export function acceptConnections<C extends ConnectionContext>(
  handler: RPCHandler<C>,
  contextFor: (connection: Connection) => C,
  log: Logger,
): void {
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isTrustedSender(event)) {
      log.warn('A port from a page that is not ours was refused');
      port.close();
      return;
    }
    handler.upgrade(port, { context: contextFor({ accountId: null }) });
    port.start();
  });
}
