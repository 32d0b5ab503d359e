import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, launchFixture } from './testing/launch-fixture.ts';

interface Bridge {
  send(channel: string, ...args: unknown[]): void;
  invoke(channel: string, ...args: unknown[]): Promise<never>;
  onMessage(channel: string, listener: (...args: unknown[]) => void): void;
}

declare global {
  interface Window {
    fixture: Bridge;
    port: MessagePort;
  }
}

let app: Fixture;
beforeAll(async () => {
  app = await launchFixture('messages');
});
afterAll(() => app[Symbol.asyncDispose]());

describe('ipcRenderer and ipcMain', () => {
  it('brings values back as what they were', async () => {
    const same = await app.page.evaluate(async () => {
      const value = {
        floats: new Float32Array([1.5, -2]),
        bytes: new Uint8Array([1, 2]),
        buffer: new Uint16Array([3]).buffer,
        when: new Date(1_234_567_890_123),
        map: new Map<unknown, unknown>([[{ a: 1 }, new Set([1n, 2n ** 80n])]]),
        nothing: undefined,
        nan: Number.NaN,
        large: 2 ** 53,
        text: 'é\u0000😀',
      };
      const back: typeof value = await window.fixture.invoke('echo', value);
      return {
        floats: back.floats instanceof Float32Array && [...back.floats],
        bytes: back.bytes instanceof Uint8Array && [...back.bytes],
        buffer: back.buffer instanceof ArrayBuffer && [...new Uint16Array(back.buffer)],
        when: back.when.getTime(),
        map: [...back.map].map(([key, set]) => [key, [...(set as Set<bigint>)].map(String)]),
        nothing: 'nothing' in back && back.nothing === undefined,
        nan: Number.isNaN(back.nan),
        large: back.large,
        text: back.text,
      };
    });
    expect(same).toEqual({
      floats: [1.5, -2],
      bytes: [1, 2],
      buffer: [3],
      when: 1_234_567_890_123,
      map: [[{ a: 1 }, ['1', '1208925819614629174706176']]],
      nothing: true,
      nan: true,
      large: 2 ** 53,
      text: 'é\u0000😀',
    });
  });

  it('gives main typed arrays, not Buffers', async () => {
    const types = await app.page.evaluate(() =>
      window.fixture.invoke('types', [
        new Float32Array(1),
        new Uint8Array(1),
        new ArrayBuffer(1),
        1n,
        new Error('x'),
        new Date(),
        [],
      ]),
    );
    expect(types).toEqual([
      'Float32Array',
      'Uint8Array',
      'ArrayBuffer',
      'BigInt',
      'Error',
      'Date',
      'Array',
    ]);
  });

  it('brings binary values from main, a Buffer as bytes', async () => {
    const got = await app.page.evaluate(async () => {
      const value: Record<string, unknown> = await window.fixture.invoke('from-main');
      const { buffer, floats, when, map } = value;
      return [
        buffer instanceof Uint8Array && [...buffer],
        floats instanceof Float32Array && [...floats],
        when instanceof Date && when.getTime(),
        map instanceof Map && (map.get('a') as Set<bigint>).has(1n),
      ];
    });
    expect(got).toEqual([[1, 2, 3], [0.5], 0, true]);
  });

  it('carries an error of a handler in words', async () => {
    const attempt = app.page.evaluate(() => window.fixture.invoke('fail'));
    await expect(attempt).rejects.toThrow(
      "Error invoking remote method 'fail': RangeError: out of range",
    );
  });

  it('says when there is no handler', async () => {
    const attempt = app.page.evaluate(() => window.fixture.invoke('nobody'));
    await expect(attempt).rejects.toThrow("No handler registered for 'nobody'");
  });

  it('replies to the frame that asked', async () => {
    const reply = await app.page.evaluate(
      () =>
        new Promise((done) => {
          window.fixture.onMessage('reply', done);
          window.fixture.send('reply-please', { a: [1] });
        }),
    );
    expect(reply).toEqual({ a: [1] });
  });

  it('hears a once listener once', async () => {
    await app.page.evaluate(async () => {
      window.fixture.send('once', 1);
      window.fixture.send('once', 2);
      await window.fixture.invoke('echo', null);
    });
    expect(app.reports('once')).toEqual([1]);
  });

  it('refuses to send what cannot be cloned', async () => {
    await app.page.evaluate(() => window.fixture.send('throw-uncloneable'));
    expect(await app.report('uncloneable')).toBe('DataCloneError');
  });
});

describe('ports', () => {
  it('bridges a port of the page to main, binary data included', async () => {
    const back = await app.page.evaluate(async () => {
      const { port1, port2 } = new MessageChannel();
      window.port = port1;
      window.postMessage('connect', location.origin, [port2]);
      return new Promise((done) => {
        port1.onmessage = ({ data }) =>
          done([data instanceof Float32Array, [...(data as Float32Array)]]);
        port1.postMessage(new Float32Array([0.25, 4]));
      });
    });
    expect(back).toEqual([true, [0.25, 4]]);
    expect(await app.report('sender')).toEqual({
      url: 'app://fixture/',
      origin: 'app://fixture',
      isMainFrame: true,
      isWindow: true,
    });
  });

  it('carries a port through a port', async () => {
    const heard = await app.page.evaluate(
      () =>
        new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => done(data);
          window.port.postMessage('take this', [port2]);
        }),
    );
    expect(heard).toBe('through the second port');
  });

  it('keeps order under load', async () => {
    const isInOrder = await app.page.evaluate(
      () =>
        new Promise((done) => {
          const got: number[] = [];
          window.port.onmessage = ({ data }) => {
            got.push(data);
            if (got.length === 500) done(got.every((each, index) => each === index));
          };
          for (let index = 0; index < 500; index++) window.port.postMessage(index);
        }),
    );
    expect(isInOrder).toBe(true);
  });

  it('closes at the other end', async () => {
    const isClosed = await app.page.evaluate(
      () =>
        new Promise((done) => {
          window.port.addEventListener('close', () => done(true));
          window.port.postMessage('close');
        }),
    );
    expect(isClosed).toBe(true);
  });

  it('tells main when the page closes its end or goes away', async () => {
    const open = (): Promise<void> =>
      app.page.evaluate(() => {
        const { port1, port2 } = new MessageChannel();
        window.port = port1;
        window.postMessage('connect', location.origin, [port2]);
        return new Promise((done) => {
          port1.onmessage = () => done();
          port1.postMessage('hello');
        });
      });
    await open();
    await app.page.evaluate(() => window.port.close());
    await expect.poll(() => app.reports('port closed').length).toBe(1);
    await open();
    await app.page.reload();
    await expect.poll(() => app.reports('port closed').length).toBe(2);
  });

  it('gives the page a port that leads to main', async () => {
    const heard = await app.page.evaluate(
      () =>
        new Promise((done) => {
          window.addEventListener('message', ({ data, ports: [port] }) => {
            if (data !== 'a port' || port === undefined) return;
            port.onmessage = (event) => done(event.data);
            port.postMessage('hello');
          });
          window.fixture.send('give-port');
        }),
    );
    expect(heard).toBe('main heard hello');
  });
});
