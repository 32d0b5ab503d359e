import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

type Implemented = Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

class StandInIpcMain extends EventEmitter implements Implemented {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** @throws what the handler throws, or that there is none */
  async answer(channel: string, event: Electron.IpcMainInvokeEvent, args: unknown[]) {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

export const ipcMain = loud('ipcMain', new StandInIpcMain());
