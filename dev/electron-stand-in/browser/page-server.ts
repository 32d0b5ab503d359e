import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { AppAddresses } from './app-addresses.ts';

const COOKIE = 'stand-in';
const SOCKET_PATH = /^\/__stand-in\/([0-9a-f]+)$/;

/** Answers one request for a page of the app. */
export type ServePage = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
/** Takes the connection of one document; `origin` is the browser's word for where it is from. */
export type AcceptDocument = (socket: WebSocket, origin: string) => void;

/**
 * The loopback server behind the browser: pages over HTTP, messages over a WebSocket. Pages are
 * given only to a request that names our host and carries this run's cookie; a socket only to one
 * that knows its window's token.
 */
export class PageServer {
  readonly addresses: AppAddresses;
  /** Sent as a cookie by the browser that this process started, and by nobody else. */
  readonly cookie = { name: COOKIE, value: randomBytes(32).toString('hex') };
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 512 * 1024 * 1024 });
  private readonly windows = new Map<string, AcceptDocument>();
  private readonly servePage: ServePage;

  private constructor(server: Server, servePage: ServePage) {
    this.server = server;
    this.servePage = servePage;
    this.addresses = new AppAddresses((server.address() as AddressInfo).port);
    server.on('request', (request, response) => void this.answer(request, response));
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  static async start(servePage: ServePage): Promise<PageServer> {
    const server = createServer();
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(0, '127.0.0.1', done);
    });
    return new PageServer(server, servePage);
  }

  /** Makes a window known; returns the address that its documents connect to. */
  addWindow(accept: AcceptDocument): { socketAddress: string; remove: () => void } {
    const token = randomBytes(32).toString('hex');
    this.windows.set(token, accept);
    return {
      socketAddress: `ws://stand-in.localhost:${this.addresses.port}/__stand-in/${token}`,
      remove: () => this.windows.delete(token),
    };
  }

  /** What a policy must let through for the documents' connection. */
  get socketOrigin(): string {
    return `ws://stand-in.localhost:${this.addresses.port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isOurs =
      this.addresses.schemeAndHost(request.headers.host ?? '') !== null &&
      hasCookie(request, this.cookie.value);
    if (isOurs) return this.servePage(request, response);
    response.writeHead(403).end();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const token = SOCKET_PATH.exec(request.url ?? '')?.[1] ?? '';
    const accept = this.windows.get(token);
    const isOurHost = request.headers.host === `stand-in.localhost:${this.addresses.port}`;
    if (accept === undefined || !isOurHost) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) =>
      accept(webSocket, request.headers.origin ?? 'null'),
    );
  }
}

function hasCookie(request: IncomingMessage, value: string): boolean {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.includes(`${COOKIE}=${value}`);
}
