import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, launchFixture } from './testing/launch-fixture.ts';

let app: Fixture;
beforeAll(async () => {
  app = await launchFixture('platform');
});
afterAll(() => app[Symbol.asyncDispose]());

function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
  return app.page.evaluate(
    ([name, rest]) => window.fixture.invoke(name, ...rest) as Promise<unknown>,
    [channel, args] as const,
  );
}

describe('dialogs', () => {
  it('give the answers that the test prepared, in order, also when they come late', async () => {
    await app.dialogs.answerSave('/tmp/a.csv');
    await app.dialogs.answerSave(null);
    expect(await invoke('save')).toEqual({ canceled: false, filePath: '/tmp/a.csv' });
    expect(await invoke('save')).toEqual({ canceled: true, filePath: '' });
    const late = invoke('open');
    await app.dialogs.answerOpen(['/tmp/a', '/tmp/b']);
    expect(await late).toEqual({ canceled: false, filePaths: ['/tmp/a', '/tmp/b'] });
    await app.dialogs.answerMessage(1);
    expect(await invoke('message')).toMatchObject({ response: 1 });
  });
});

describe('the keychain', () => {
  it('gives back what it encrypted, and refuses what was changed', async () => {
    const [text, isCiphertext, refusal] = await app.page.evaluate(async () => {
      const bytes: Uint8Array = await window.fixture.invoke('encrypt', 'geheim é');
      const plain: string = await window.fixture.invoke('decrypt', bytes);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      const changed = await window.fixture.invoke('decrypt', bytes).catch((cause) => String(cause));
      return [plain, !new TextDecoder().decode(bytes).includes('geheim'), changed];
    });
    expect([text, isCiphertext]).toEqual(['geheim é', true]);
    expect(refusal).toContain('Error invoking remote method');
  });

  it('is there, as on a Linux with a keyring', async () => {
    expect(await invoke('keychain')).toEqual([true, 'gnome_libsecret']);
  });
});

it('tells pages the theme that the app chose', async () => {
  const isDark = (): Promise<boolean> =>
    app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await invoke('theme', 'dark')).toBe(true);
  await expect.poll(isDark).toBe(true);
  expect(await invoke('theme', 'system')).toBe(false);
  await expect.poll(isDark).toBe(false);
});

it('lets a test send the computer to sleep', async () => {
  await app.power('suspend');
  expect(await app.report('suspend')).toBeNull();
});

it('is Electron to whoever asks, by import and by require', async () => {
  expect(await invoke('versions')).toEqual({
    electron: expect.stringMatching(/^\d+\.\d+\.\d+-stand-in$/),
    chrome: expect.stringMatching(/^\d+\./),
    type: 'browser',
    sameByRequire: true,
    sameByName: true,
  });
});

it('takes pictures of a window', async () => {
  expect(await invoke('picture')).toEqual({ width: 800, height: 600 });
});

it('prints a page on the paper asked for, as a PDF', async () => {
  const pdf = (await invoke('pdf', { pageSize: 'A4', landscape: true })) as Uint8Array;
  const text = Buffer.from(Object.values(pdf)).toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  // A4 on its side, in points: 297 by 210 mm.
  expect(text).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[56][.\d]*\]/);
});

describe('contextBridge', () => {
  it('copies values and keeps functions callable', async () => {
    const got = await app.page.evaluate(() => {
      class Point {
        list = [1];
        floats = new Float32Array([2]);
        secret(): void {}
      }
      const bridge = window.fixture as unknown as {
        describe(value: object): object;
        counter: { add(by: number): number };
      };
      return [bridge.describe(new Point()), bridge.counter.add(2), bridge.counter.add(3)];
    });
    expect(got).toEqual([{ isPlain: true, isArray: true, floats: [2] }, 2, 5]);
  });

  it('freezes what it exposes', async () => {
    const isFrozen = await app.page.evaluate(
      () =>
        Object.isFrozen(window.fixture) &&
        !Reflect.set(window, 'fixture', null) &&
        Object.isFrozen((window.fixture as unknown as { counter: object }).counter),
    );
    expect(isFrozen).toBe(true);
  });

  it('carries errors, and says by name what the preload cannot have', async () => {
    const said = await app.page.evaluate(() => {
      const attempt = (name: string): string => {
        try {
          (window.fixture as unknown as Record<string, () => void>)[name]?.();
          return 'nothing';
        } catch (cause) {
          return String(cause);
        }
      };
      return ['fail', 'missing', 'missingModule'].map(attempt);
    });
    expect(said[0]).toBe('TypeError: as asked');
    expect(said[1]).toContain('electron.ipcRenderer.sendSync is not in the stand-in');
    expect(said[2]).toContain("require('node:fs')");
  });
});
