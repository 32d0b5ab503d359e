import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Fixture, launchFixture } from './testing/launch-fixture.ts';

let app: Fixture;
afterEach(() => app[Symbol.asyncDispose]());

async function launch(...args: string[]): Promise<void> {
  app = await launchFixture('lifecycle', { args });
  await app.report('ready');
}

function send(channel: string, ...args: unknown[]): Promise<void> {
  return app.page.evaluate(([name, rest]) => window.fixture.send(name, ...rest), [
    channel,
    args,
  ] as const);
}

/** Throw-away profiles of the browser that this app started. */
function profiles(): string[] {
  return readdirSync(tmpdir()).filter((name) =>
    name.startsWith(`rollcall-stand-in-${app.process.pid}-`),
  );
}

/** The steps reported, in order. */
function steps(): string[] {
  const known = ['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];
  const lines = app.output().split('\n');
  return lines
    .filter((line) => line.startsWith('@'))
    .map((line) => (JSON.parse(line.slice(1)) as { name: string }).name)
    .filter((name) => known.includes(name));
}

describe('closing a window', () => {
  it('ends the app when it was the last, step by step', async () => {
    await launch();
    expect(profiles()).toHaveLength(1);
    await send('close-window');
    expect(await app.ended()).toBe(0);
    const order = ['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];
    expect(steps()).toEqual(order);
    expect(profiles()).toEqual([]);
  });

  it('is the same when the user does it', async () => {
    await launch();
    await app.page.close();
    expect(await app.ended()).toBe(0);
    expect(steps().slice(0, 3)).toEqual(['close', 'closed', 'window-all-closed']);
  });

  it('can be prevented', async () => {
    await launch('--prevent-close');
    await send('close-window');
    await app.report('close');
    expect(await app.page.evaluate(() => document.title)).toBe('/');
    await send('close-window');
    expect(await app.ended()).toBe(0);
  });
});

describe('quitting', () => {
  it('closes the windows first', async () => {
    await launch();
    await send('quit');
    expect(await app.ended()).toBe(0);
    expect(steps()).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
  });

  it('is given up when a window does not close, and can be asked for again', async () => {
    await launch('--prevent-close');
    await send('quit');
    await app.report('close');
    expect(await app.page.evaluate(() => document.title)).toBe('/');
    await send('quit');
    expect(await app.ended()).toBe(0);
  });

  it('can be prevented before it begins', async () => {
    await launch('--prevent-before-quit');
    await send('quit');
    await app.report('before-quit');
    expect(app.reports('close')).toEqual([]);
    expect(await app.page.evaluate(() => document.title)).toBe('/');
  });

  it('exits at once with the code given', async () => {
    await launch('--prevent-close');
    await send('exit', 7);
    expect(await app.ended()).toBe(7);
    expect(app.reports('quit')).toEqual([7]);
    expect(app.reports('close')).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is what a SIGTERM means', async () => {
    await launch();
    app.process.kill('SIGTERM');
    expect(await app.ended()).toBe(0);
    expect(steps()).toContain('will-quit');
  });
});

it('lets the browser end with the process, however that ends', async () => {
  await launch();
  const gone = new Promise((done) => app.page.context().on('close', done));
  app.process.kill('SIGKILL');
  await Promise.all([gone, app.ended()]);
});

it('tells the app that a page has crashed, and loads it again', async () => {
  await launch();
  const session = await app.page.context().newCDPSession(app.page);
  // Never answered: the page is gone by then.
  void session.send('Page.crash').catch(() => undefined);
  expect(await app.report('render-process-gone')).toBe('crashed');
  await app.report('loaded again');
});

it('closes the windows when the browser itself has crashed', async () => {
  await launch();
  const session = await app.page.context().browser()?.newBrowserCDPSession();
  // Never answered: the browser is gone by then.
  void session?.send('Browser.crash').catch(() => undefined);
  expect(await app.ended()).toBe(0);
  expect(steps().slice(0, 3)).toEqual(['close', 'closed', 'window-all-closed']);
});

it('tells the app where it is', async () => {
  await launch();
  expect(await app.report('ready')).toEqual({
    name: 'fixture',
    version: '1.2.3',
    userData: app.userData,
  });
});

it('resizes the page with its window', async () => {
  await launch();
  await send('resize', { x: 5, y: 6, width: 1100, height: 700 });
  expect(await app.report('resize')).toEqual({ x: 5, y: 6, width: 1100, height: 700 });
  await expect.poll(() => app.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1100, 700]);
});

describe('a second instance', () => {
  function startSecond(userData: string): ChildProcess {
    const run = join(import.meta.dirname, 'run.ts');
    const bundle = join(import.meta.dirname, 'fixtures', 'lifecycle.ts');
    return spawn(process.execPath, [run, bundle, `--user-data-dir=${userData}`, 'open-this'], {
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  it('hands its arguments to the first and ends', async () => {
    await launch();
    const second = startSecond(app.userData);
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    expect(await app.report('second-instance')).toEqual({
      argv: [join(import.meta.dirname, 'fixtures'), `--user-data-dir=${app.userData}`, 'open-this'],
      folder: tmpdir(),
      data: { from: 'open-this' },
    });
  });

  it('is the first once the first has died', async () => {
    await launch();
    const { userData } = app;
    app.process.kill('SIGKILL');
    await app.ended();
    app = await launchFixture('lifecycle', { userData });
    await app.report('ready');
    expect(app.reports('not the first')).toEqual([]);
  });
});
