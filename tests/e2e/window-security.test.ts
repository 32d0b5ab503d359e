import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCameraClip } from './camera-clip.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { packagedPhotos } from './support/faces.ts';
import { NO_SOCKET_LIST, socketsOf } from './support/sockets.ts';
import {
  addClassAndSubject,
  addStudent,
  closeRegister,
  goTo,
  setUpSchool,
  startRegister,
} from './support/steps.ts';

const lesson = { className: '8B', subject: 'Mathematics' };
const START_LIMIT_MS = 120_000;
const LOCAL = ['blob:', 'data:'];

let app: LaunchedApp;
const requested: string[] = [];

/** Where pages come from: app://rollcall, or what the stand-in serves in its place. */
const originOf = (page: Page) => page.evaluate(() => location.origin);

beforeAll(async () => {
  const work = mkdtempSync(join(tmpdir(), 'rollcall-security-'));
  const camera = await makeCameraClip(packagedPhotos.slice(0, 2), 1, join(work, 'room.mjpeg'));
  app = await launchApp({ camera });
  app.page.context().on('request', (request) => requested.push(request.url()));
});
afterAll(() => app.close());

describe('nothing leaves the laptop', () => {
  it('a school set up, a register taken and looked at ask nobody for anything', async () => {
    const { page } = app;
    await page.reload();
    await setUpSchool(page);
    await addClassAndSubject(page, lesson);
    await addStudent(page, { number: '1', name: 'Dev Rao', className: '8B' });
    await startRegister(page, lesson);
    await page.locator('video').waitFor({ timeout: START_LIMIT_MS });
    await expect.poll(() => page.workers().length, { timeout: START_LIMIT_MS }).toBe(1);
    await closeRegister(page);
    await page.getByRole('link', { name: 'Back to Today' }).click();
    for (const screen of ['Students', 'Registers', 'Reports', 'Activity', 'Settings']) {
      await goTo(page, screen);
      await page.waitForLoadState('networkidle');
    }
    const origin = await originOf(page);
    const ours = requested.filter((url) => url.startsWith(`${origin}/`));
    expect(ours.length).toBeGreaterThan(5);
    const elsewhere = requested.filter(
      (url) => !url.startsWith(`${origin}/`) && !LOCAL.some((scheme) => url.startsWith(scheme)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('the main process listens on no port and is connected to nobody', async (context) => {
    if (process.platform !== 'linux') return context.skip(NO_SOCKET_LIST);
    const sockets = socketsOf(app.process.pid ?? 0);
    // The stand-in's own link to its browser; on Electron there is none.
    const linkPort = Number(await app.page.evaluate(() => location.port)) || null;
    const others = sockets.filter(
      ({ port, remotePort }) => port !== linkPort && remotePort !== linkPort,
    );
    expect(others.filter(({ listening, kind }) => listening || kind === 'udp')).toEqual([]);
    if (linkPort !== null) expect(sockets.some(({ listening }) => listening)).toBe(true);
  });
});

describe('a script that got into the page', () => {
  const run = <T>(script: () => T | Promise<T>) => app.page.evaluate(script);

  it('finds no Node and nothing exposed but a port to ask through', async () => {
    const found = await run(() => {
      const names = ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'];
      return names.filter((name) => name in window);
    });
    expect(found).toEqual([]);
  });

  it('runs nothing inline and evaluates nothing', async () => {
    const ran = await run(async () => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        refused.push(effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.inlineRan = true');
      document.body.append(button);
      button.click();
      button.remove();
      const Evaluate = Function;
      // In a turn of its own: what the test itself runs may evaluate, by DevTools' right.
      const evaluated = await new Promise((done) => {
        setTimeout(() => {
          try {
            new Evaluate('return 1')();
            done('ran');
          } catch (cause) {
            done((cause as Error).name);
          }
        });
      });
      await new Promise((done) => setTimeout(done, 200));
      return { inline: 'inlineRan' in window, evaluated, refused: [...new Set(refused)].sort() };
    });
    expect(ran).toEqual({
      inline: false,
      evaluated: 'EvalError',
      refused: ['script-src', 'script-src-attr', 'script-src-elem'],
    });
  });

  it('fetches nothing from elsewhere, opens no frame, no window and goes nowhere', async () => {
    const { page } = app;
    const origin = await originOf(page);
    const found = await run(async () => {
      const reach = (address: string) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'answered',
          () => 'refused',
        );
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(frame);
      const picture = new Image();
      const drawn = new Promise((done) => {
        picture.onload = () => done('loaded');
        picture.onerror = () => done('refused');
      });
      picture.src = 'https://example.org/pixel.png';
      const opened = window.open('https://example.org/');
      const answers = [
        await reach('https://example.org/'),
        await reach('http://127.0.0.1:1/'),
        await drawn,
      ];
      frame.remove();
      return { answers, opened: opened === null };
    });
    expect(found).toEqual({ answers: ['refused', 'refused', 'refused'], opened: true });
    await run(() => {
      location.href = 'https://example.org/';
    });
    await page.waitForTimeout(1_000);
    expect(await originOf(page)).toBe(origin);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('gets no microphone, place or notice', async () => {
    const states = await run(async () => {
      const names = ['microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
      const asked = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }),
      );
      return (await Promise.all(asked)).map(({ state }) => state);
    });
    expect(new Set(states).has('granted')).toBe(false);
    const microphone = await run(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        (cause: Error) => cause.name,
      ),
    );
    expect(microphone).toBe('NotAllowedError');
  });

  it('keeps nothing that signs in: after a reload the password is asked for', async () => {
    const { page } = app;
    const kept = await run(() => [
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
      document.cookie,
    ]);
    expect(kept.join(' ')).not.toMatch(/token|session|account|password|asha/i);
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });
});
