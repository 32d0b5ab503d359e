import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/** Where what is posted into a port comes out. */
export interface PortSink {
  post(data: unknown, ports: StandInMessagePort[]): void;
  close(): void;
}

type Implemented = Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>;

/**
 * One end of a channel in the main process. As in Electron, messages wait until `start`, and a
 * port that was transferred can no longer be used here.
 */
export class StandInMessagePort extends EventEmitter implements Implemented {
  private far: PortSink | null;
  private waiting: { data: unknown; ports: StandInMessagePort[] }[] = [];
  private isStarted = false;
  private isFarClosed = false;
  private forward: PortSink | null = null;

  /** @param far takes what is posted here; null until {@link connect} */
  constructor(far: PortSink | null = null) {
    super();
    this.far = far;
  }

  connect(far: PortSink): void {
    this.far = far;
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    const ports = transfer.map(asStandInPort);
    if (ports.includes(this)) throw new Error('A port cannot be sent through itself.');
    this.far?.post(structuredClone(message), ports);
  }

  start(): void {
    this.isStarted = true;
    this.flush();
  }

  close(): void {
    const far = this.far;
    this.far = null;
    far?.close();
  }

  /** Takes a message from the far end. */
  receive(data: unknown, ports: StandInMessagePort[]): void {
    this.waiting.push({ data, ports });
    this.flush();
  }

  /** The far end has gone. */
  farClosed(): void {
    if (this.isFarClosed) return;
    this.isFarClosed = true;
    this.far = null;
    this.flush();
  }

  /** Hands this end over: all that arrives goes to `sink`; the result takes what comes back. */
  transferTo(sink: PortSink): PortSink {
    const far = this.far;
    this.far = null;
    this.forward = sink;
    this.flush();
    return {
      post: (data, ports) => far?.post(data, ports),
      close: () => far?.close(),
    };
  }

  private flush(): void {
    if (!this.isStarted && this.forward === null) return;
    for (const { data, ports } of this.waiting.splice(0)) {
      if (this.forward === null) this.emit('message', { data, ports });
      else this.forward.post(data, ports);
    }
    if (!this.isFarClosed) return;
    if (this.forward === null) this.emit('close');
    else this.forward.close();
  }
}

export function asStandInPort(port: Electron.MessagePortMain): StandInMessagePort {
  if (port instanceof StandInMessagePort) return port;
  throw new TypeError('Only ports of this process can be transferred.');
}

function toPort(port: StandInMessagePort): PortSink {
  return {
    post: (data, ports) => setImmediate(() => port.receive(data, ports)),
    close: () => setImmediate(() => port.farClosed()),
  };
}

/** Two ports of the main process that lead to each other. */
export class StandInMessageChannel {
  readonly port1 = new StandInMessagePort();
  readonly port2 = new StandInMessagePort();

  constructor() {
    this.port1.connect(toPort(this.port2));
    this.port2.connect(toPort(this.port1));
  }
}
