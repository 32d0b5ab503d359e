import { decode, encode } from '../wire/codec.ts';
import type { FromMain, FromPage } from '../wire/messages.ts';

/** This document's WebSocket to the main process. What is sent before it is open waits. */
export class MainConnection {
  private readonly socket: WebSocket;
  private readonly waiting: Uint8Array<ArrayBuffer>[] = [];

  constructor(address: string, receive: (message: FromMain) => void, closed: () => void) {
    this.socket = new WebSocket(address);
    this.socket.binaryType = 'arraybuffer';
    this.socket.addEventListener('open', () => {
      for (const bytes of this.waiting.splice(0)) this.socket.send(bytes);
    });
    this.socket.addEventListener('message', (event: MessageEvent<ArrayBuffer>) =>
      receive(decode(new Uint8Array(event.data)) as FromMain),
    );
    this.socket.addEventListener('close', closed);
  }

  /** @throws DataCloneError for what structured cloning does not accept */
  send(message: FromPage): void {
    const bytes = encode(message);
    if (this.socket.readyState === WebSocket.CONNECTING) this.waiting.push(bytes);
    else this.socket.send(bytes);
  }
}
