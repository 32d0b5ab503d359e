import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';
import { GoneError } from './gone.ts';

/** One target's share of the DevTools connection, typed as Playwright types its own. */
export type CdpSession = Pick<CDPSession, 'send' | 'on' | 'once' | 'off'>;

interface Pending {
  sessionId: string;
  done(result: never): void;
  fail(cause: Error): void;
}

interface Incoming {
  id?: number;
  result?: never;
  error?: { message: string };
  method?: string;
  params?: unknown;
  sessionId?: string;
}

const SEPARATOR = 0;
/** How DevTools say that a target has closed. */
const GONE = /session with given id not found|no target with given id|target closed/i;

/**
 * The DevTools protocol over the two pipes of `--remote-debugging-pipe`. When this process ends,
 * however it ends, the pipes close and Chromium ends too.
 */
export class CdpPipe {
  /** The browser itself. */
  readonly browser: CdpSession;
  private readonly input: Writable;
  private readonly sessions = new Map<string, EventEmitter>();
  private readonly pending = new Map<number, Pending>();
  private rest: Buffer[] = [];
  private lastId = 0;
  private closed = false;

  constructor(input: Writable, output: Readable) {
    this.input = input;
    this.browser = this.session('');
    // Writing to a browser that has just gone is answered by `close` below.
    input.on('error', () => this.close());
    output.on('error', () => this.close());
    output.on('data', (chunk: Buffer) => this.receive(chunk));
    output.on('close', () => this.close());
  }

  /** The session with this id; '' is the browser's own. */
  session(sessionId: string): CdpSession {
    const events = this.sessions.get(sessionId) ?? new EventEmitter();
    this.sessions.set(sessionId, events);
    const send = (method: string, params?: object): Promise<never> =>
      this.send(sessionId, method, params);
    return Object.assign(events, { send }) as unknown as CdpSession;
  }

  /** The target has gone, and with it the answers that were still to come. */
  forget(sessionId: string): void {
    this.sessions.delete(sessionId);
    for (const [id, pending] of this.pending) {
      if (pending.sessionId !== sessionId) continue;
      this.pending.delete(id);
      pending.fail(new GoneError('the page has gone'));
    }
  }

  private send(sessionId: string, method: string, params: object = {}): Promise<never> {
    if (this.closed) return Promise.reject(new GoneError(`${method}: the browser has gone`));
    this.lastId += 1;
    const id = this.lastId;
    const address = sessionId === '' ? {} : { sessionId };
    this.input.write(`${JSON.stringify({ id, method, params, ...address })}\0`);
    return new Promise((done, fail) => {
      this.pending.set(id, { sessionId, done, fail });
    });
  }

  private receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(SEPARATOR); end >= 0; end = chunk.indexOf(SEPARATOR, start)) {
      const text = Buffer.concat([...this.rest, chunk.subarray(start, end)]).toString('utf8');
      this.rest = [];
      start = end + 1;
      this.dispatch(JSON.parse(text) as Incoming);
    }
    if (start < chunk.length) this.rest.push(chunk.subarray(start));
  }

  private dispatch({ id, result, error, method, params, sessionId = '' }: Incoming): void {
    if (id !== undefined) {
      const pending = this.pending.get(id);
      this.pending.delete(id);
      if (error === undefined) pending?.done(result as never);
      else
        pending?.fail(
          GONE.test(error.message) ? new GoneError(error.message) : new Error(error.message),
        );
    } else if (method !== undefined) {
      this.sessions.get(sessionId)?.emit(method, params);
    }
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const { fail } of this.pending.values()) fail(new GoneError('the browser has gone'));
    this.pending.clear();
  }
}
