import type * as Electron from 'electron';
import type { FromPage } from '../wire/messages.ts';
import { Emitter } from './emitter.ts';
import type { PagePorts } from './page-ports.ts';

type Implemented = Pick<Electron.IpcRenderer, 'send' | 'invoke' | 'postMessage'>;

interface Pending {
  done(value: unknown): void;
  fail(cause: Error): void;
}

/** `ipcRenderer` of one document. */
export class StandInIpcRenderer extends Emitter implements Implemented {
  private readonly sendToMain: (message: FromPage) => void;
  private readonly ports: PagePorts;
  private readonly pending = new Map<number, Pending>();
  private asked = 0;

  constructor(sendToMain: (message: FromPage) => void, ports: PagePorts) {
    super();
    this.sendToMain = sendToMain;
    this.ports = ports;
  }

  send(channel: string, ...args: unknown[]): void {
    this.sendToMain({ kind: 'message', channel, args, ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePort[] = []): void {
    const ports = transfer.map((port) => this.ports.export(port));
    this.sendToMain({ kind: 'message', channel, args: [message], ports });
  }

  invoke(channel: string, ...args: unknown[]): Promise<never> {
    const prefix = `Error invoking remote method '${channel}': `;
    return this.request((id) => ({ kind: 'invoke', id, channel, args })).catch((cause: Error) => {
      throw new Error(prefix + cause.message);
    }) as Promise<never>;
  }

  /** Sends what `message` makes of a new id, and waits for the result of that id. */
  request(message: (id: number) => FromPage): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    this.sendToMain(message(id));
    return new Promise((done, fail) => {
      this.pending.set(id, { done, fail });
    });
  }

  settle(id: number, outcome: { value: unknown } | { message: string }): void {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    if ('value' in outcome) pending?.done(outcome.value);
    else pending?.fail(new Error(outcome.message));
  }

  deliver(channel: string, args: readonly unknown[], ports: readonly MessagePort[]): void {
    this.emit(channel, { sender: this, ports }, ...args);
  }
}
