import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import type { DocumentConnection } from './document-connection.ts';

type Implemented = Pick<
  Electron.WebFrameMain,
  | 'url'
  | 'origin'
  | 'top'
  | 'parent'
  | 'frames'
  | 'send'
  | 'routingId'
  | 'processId'
  | 'isDestroyed'
>;

/** One document in a window's main frame. Other frames have no preload and are never senders. */
export class StandInWebFrame implements Implemented {
  url: string;
  readonly parent = null;
  readonly frames = [];
  readonly routingId: number;
  readonly processId = 1;
  connection: DocumentConnection | null = null;
  /** The document spoke before DevTools said that it was there. */
  isAhead = false;

  constructor(url: string, routingId: number) {
    this.url = url;
    this.routingId = routingId;
  }

  get origin(): string {
    const url = URL.parse(this.url);
    if (url === null) return 'null';
    return url.host === '' ? 'null' : `${url.protocol}//${url.host}`;
  }

  get top(): Electron.WebFrameMain {
    return frameOf(this);
  }

  isDestroyed(): boolean {
    return this.connection === null;
  }

  send(channel: string, ...args: unknown[]): void {
    this.connection?.send({ kind: 'message', channel, args, ports: [] });
  }
}

const outer = new WeakMap<StandInWebFrame, Electron.WebFrameMain>();

/** The frame as the app sees it: the same object each time. */
export function frameOf(frame: StandInWebFrame): Electron.WebFrameMain {
  const known =
    outer.get(frame) ?? (loud('WebFrameMain', frame) as unknown as Electron.WebFrameMain);
  outer.set(frame, known);
  return known;
}
