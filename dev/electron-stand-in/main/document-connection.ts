import type { WebSocket } from 'ws';
import { decode, encode } from '../wire/codec.ts';
import type { FromMain, FromPage, PortId } from '../wire/messages.ts';
import { type PortSink, StandInMessagePort } from './message-port.ts';

/** What is left for others once the ports have had theirs. */
export type PageMessage = Exclude<FromPage, { kind: 'port' | 'portClosed' }>;

/** The main process's end of one document's WebSocket, with the ports bridged over it. */
export class DocumentConnection {
  /** The browser's word for where the document is from; `null` for an opaque origin. */
  readonly origin: string;
  private readonly socket: WebSocket;
  private readonly ports = new Map<PortId, PortSink>();
  private made = 0;

  constructor(socket: WebSocket, origin: string, handle: (message: PageMessage) => void) {
    this.socket = socket;
    this.origin = origin;
    socket.on('message', (data: Buffer) => {
      // A plain view, so that the codec makes plain Uint8Arrays.
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      this.receive(decode(bytes) as FromPage, handle);
    });
    socket.on('error', (cause) => console.error('stand-in: connection to a page', cause));
    socket.on('close', () => this.closePorts());
  }

  onClose(listener: () => void): void {
    this.socket.on('close', listener);
  }

  send(message: FromMain): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(encode(message));
  }

  close(): void {
    this.socket.close();
  }

  /** The end, in this process, of a port that the page sent. */
  importPort(id: PortId): StandInMessagePort {
    const port = new StandInMessagePort(this.wire(id));
    this.ports.set(id, {
      post: (data, ports) => port.receive(data, ports),
      close: () => port.farClosed(),
    });
    return port;
  }

  /** Names a port of this process so that the page can have it. */
  exportPort(port: StandInMessagePort): PortId {
    this.made += 1;
    const id = `main-${this.made}`;
    this.ports.set(id, port.transferTo(this.wire(id)));
    return id;
  }

  private wire(id: PortId): PortSink {
    return {
      post: (data, ports) =>
        this.send({
          kind: 'port',
          port: id,
          data,
          ports: ports.map((port) => this.exportPort(port)),
        }),
      close: () => {
        if (this.ports.delete(id)) this.send({ kind: 'portClosed', port: id });
      },
    };
  }

  private receive(message: FromPage, handle: (message: PageMessage) => void): void {
    if (message.kind === 'port') {
      const ports = message.ports.map((id) => this.importPort(id));
      this.ports.get(message.port)?.post(message.data, ports);
    } else if (message.kind === 'portClosed') {
      const port = this.ports.get(message.port);
      this.ports.delete(message.port);
      port?.close();
    } else handle(message);
  }

  private closePorts(): void {
    const ports = [...this.ports.values()];
    this.ports.clear();
    for (const port of ports) port.close();
  }
}
