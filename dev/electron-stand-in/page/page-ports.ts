import type { FromPage, PortId } from '../wire/messages.ts';

/** Bridges the page's own MessagePorts to ports in the main process. */
export class PagePorts {
  private readonly send: (message: FromPage) => void;
  private readonly ports = new Map<PortId, MessagePort>();
  private made = 0;

  constructor(send: (message: FromPage) => void) {
    this.send = send;
  }

  /** Gives a port's name in the main process; from now on what is sent to it goes there. */
  export(port: MessagePort): PortId {
    this.made += 1;
    const id = `page-${this.made}`;
    this.connect(id, port);
    return id;
  }

  /** A port for the page whose other end is the named one in the main process. */
  import(id: PortId): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.connect(id, port1);
    return port2;
  }

  deliver(id: PortId, data: unknown, ports: readonly PortId[]): void {
    const transfer = ports.map((each) => this.import(each));
    this.ports.get(id)?.postMessage(data, transfer);
  }

  close(id: PortId): void {
    this.ports.get(id)?.close();
    this.ports.delete(id);
  }

  closeAll(): void {
    for (const id of [...this.ports.keys()]) this.close(id);
  }

  private connect(id: PortId, port: MessagePort): void {
    this.ports.set(id, port);
    port.addEventListener('message', (event) => {
      const ports = event.ports.map((each) => this.export(each));
      this.send({ kind: 'port', port: id, data: event.data, ports });
    });
    port.addEventListener('close', () => {
      if (this.ports.delete(id)) this.send({ kind: 'portClosed', port: id });
    });
    port.start();
  }
}
