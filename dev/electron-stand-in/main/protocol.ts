import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type * as Electron from 'electron';
import type { AppAddresses } from '../browser/app-addresses.ts';
import { FAILED, type NetError } from '../browser/net-errors.ts';
import { responseHeaders } from '../browser/response-headers.ts';
import { loud } from '../not-in-stand-in.ts';
import { runtime } from './runtime.ts';

type Handler = (request: Request) => Response | Promise<Response>;

type Implemented = Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>;

/**
 * An answer that Chromium takes as a network error, at once. It would ask twice more if the
 * connection were simply closed.
 */
const UNREADABLE = 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n';

const UNEXPECTED: NetError = { name: 'ERR_UNEXPECTED', code: -9 };

class StandInProtocol implements Implemented {
  private readonly privileged = new Set<string>();
  private readonly handlers = new Map<string, Handler>();
  private readonly failures = new Map<string, NetError>();

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (runtime.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme } of schemes) this.privileged.add(scheme);
  }

  handle(scheme: string, handler: Handler): void {
    if (this.handlers.has(scheme)) {
      throw new Error(`The scheme '${scheme}' is already handled.`);
    }
    if (!this.privileged.has(scheme)) {
      throw new Error(
        `stand-in: '${scheme}' must be registered with registerSchemesAsPrivileged first.`,
      );
    }
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }

  schemes(): ReadonlySet<string> {
    return this.privileged;
  }

  /** Why the last load of this address failed, if it failed in a handler. Asked once. */
  takeFailure(address: string): NetError | undefined {
    const failure = this.failures.get(address);
    this.failures.delete(address);
    return failure;
  }

  /** Answers the browser with what the app's handler says; a failed handler is a failed load. */
  async serve(
    addresses: AppAddresses,
    socketOrigin: string,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    const address = addresses.toApp(`http://${incoming.headers.host}${incoming.url}`);
    const fail = (failure: NetError): void => {
      this.failures.set(address, failure);
      outgoing.socket?.end(UNREADABLE);
    };
    try {
      const handler = this.handlers.get(new URL(address).protocol.slice(0, -1));
      if (handler === undefined) return fail(FAILED);
      const response = await handler(toRequest(address, incoming));
      if (!(response instanceof Response)) return fail(UNEXPECTED);
      if (response.type === 'error') return fail(FAILED);
      await send(response, responseHeaders(response, addresses, socketOrigin), outgoing);
    } catch (cause) {
      if (outgoing.headersSent) return;
      console.error(cause);
      fail(UNEXPECTED);
    }
  }
}

function toRequest(address: string, incoming: IncomingMessage): Request {
  const { host: _host, cookie: _cookie, connection: _connection, ...rest } = incoming.headers;
  const headers = new Headers();
  for (const [name, value] of Object.entries(rest)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const body = hasBody ? { body: Readable.toWeb(incoming) as BodyInit, duplex: 'half' } : {};
  return new Request(address, { method: incoming.method ?? 'GET', headers, ...body });
}

async function send(
  response: Response,
  headers: Record<string, string>,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(response.status, response.statusText, headers);
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
}

export const standInProtocol = new StandInProtocol();
export const protocol = loud('protocol', standInProtocol);
