import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, launchFixture } from './testing/launch-fixture.ts';

let app: Fixture;
beforeAll(async () => {
  app = await launchFixture('protocol');
  await app.report('loaded');
  await app.page.waitForFunction(() => document.title === 'page');
});
afterAll(() => app[Symbol.asyncDispose]());

describe('protocol.handle', () => {
  it('turns a failed handler into a failed load', () => {
    const failed = (name: string, code: number, path: string): object => ({
      code,
      description: name,
      url: `app://fixture/${path}`,
      isMainFrame: true,
    });
    expect(app.reports('did-fail-load')).toEqual([
      failed('ERR_UNEXPECTED', -9, 'throws'),
      failed('ERR_UNEXPECTED', -9, 'rejects'),
      failed('ERR_FAILED', -2, 'error'),
    ]);
    expect(app.reports('rejected')[0]).toEqual({
      message: "ERR_UNEXPECTED (-9) loading 'app://fixture/throws'",
      errno: -9,
    });
    expect(app.output()).toContain('the handler failed later');
  });

  it('goes on after failures, at the address of the app', () => {
    expect(app.reports('loaded')).toEqual(['app://fixture/page']);
  });

  it('gives the page a network error when a handler throws', async () => {
    const message = await app.page.evaluate(() =>
      fetch('/throws').then(
        () => 'answered',
        (cause: Error) => cause.message,
      ),
    );
    expect(message).toBe('Failed to fetch');
  });

  it('passes on status, body and address', async () => {
    const answers = await app.page.evaluate(async () => {
      const missing = await fetch('/missing');
      const echo = await fetch('/echo?a=1', {
        method: 'POST',
        body: new Uint8Array([0, 255, 7]),
        headers: { 'x-mine': 'yes' },
      });
      return [missing.status, await missing.text(), await echo.json()];
    });
    expect(answers).toEqual([
      404,
      'no such thing',
      {
        method: 'POST',
        url: 'app://fixture/echo?a=1',
        body: [0, 255, 7],
        hasCookie: false,
        header: 'yes',
      },
    ]);
  });

  it('streams', async () => {
    const parts = await app.page.evaluate(async () => {
      const { body } = await fetch('/stream');
      const reader = body?.getReader();
      const read: string[] = [];
      for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
        read.push(new TextDecoder().decode(part.value));
      }
      return read;
    });
    expect(parts).toEqual(['part 0;', 'part 1;', 'part 2;']);
  });

  it('serves files through net.fetch', async () => {
    const text = await app.page.evaluate(async () => (await fetch('/file')).text());
    const preload = join(import.meta.dirname, 'fixtures', 'preload.cjs');
    expect(text).toBe(readFileSync(preload, 'utf8'));
  });

  it('leaves the security policy in force', async () => {
    await app.page.evaluate(() => {
      location.href = '/inline';
    });
    await app.page.waitForURL(/inline/);
    expect(await app.page.evaluate(() => document.title)).toBe('before');
  });
});

describe('the loopback server', () => {
  function statusFor(headers: Record<string, string>): Promise<number | undefined> {
    const { port } = new URL(app.page.url());
    return new Promise((done, fail) => {
      const outgoing = request({ host: '127.0.0.1', port, path: '/page', headers }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      });
      outgoing.on('error', fail);
      outgoing.end();
    });
  }

  it('gives nothing to who is not the browser of this run', async () => {
    const { host } = new URL(app.page.url());
    const [cookie] = await app.page.context().cookies(app.page.url());
    const right = `${cookie?.name}=${cookie?.value}`;
    expect(await statusFor({ host, cookie: right })).toBe(200);
    expect(await statusFor({ host })).toBe(403);
    expect(await statusFor({ host, cookie: `${cookie?.name}=guess` })).toBe(403);
    expect(await statusFor({ host: 'evil.example', cookie: right })).toBe(403);
  });

  it('takes no socket without the token of a window', async () => {
    const { port } = new URL(app.page.url());
    const status = await new Promise<number | undefined>((done, fail) => {
      const outgoing = request({
        host: '127.0.0.1',
        port,
        path: `/__stand-in/${'0'.repeat(64)}`,
        headers: {
          host: `stand-in.localhost:${port}`,
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        },
      });
      outgoing.on('response', (answer) => done(answer.statusCode));
      outgoing.on('upgrade', () => fail(new Error('It was taken.')));
      outgoing.on('error', fail);
      outgoing.end();
    });
    expect(status).toBe(403);
  });
});
