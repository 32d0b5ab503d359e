import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCameraClip } from '#tests/e2e/camera-clip.ts';
import { type Fixture, launchFixture } from './testing/launch-fixture.ts';

const RED = [200, 30, 30, 255];

/** A clip of one plain red picture. */
async function redClip(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-clip-'));
  const pixels = Buffer.from(new Array<number[]>(64 * 48).fill(RED).flat());
  await writeFile(
    join(folder, 'red.jpg'),
    encode({ width: 64, height: 48, data: pixels }, 90).data,
  );
  return makeCameraClip([join(folder, 'red.jpg')], 30, join(folder, 'red.mjpeg'));
}

let app: Fixture;
beforeAll(async () => {
  app = await launchFixture('guard', { camera: await redClip() });
});
afterAll(() => app[Symbol.asyncDispose]());

function allow(...types: string[]): Promise<void> {
  return app.page.evaluate((wanted) => window.fixture.send('allow', wanted), types);
}

function ask(constraints: MediaStreamConstraints): Promise<string> {
  return app.page.evaluate(
    (wanted) =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        () => 'given',
        (cause: Error) => cause.name,
      ),
    constraints,
  );
}

describe('permission handlers', () => {
  it('deny the camera', async () => {
    await allow();
    expect(await ask({ video: true })).toBe('NotAllowedError');
    expect(await app.report('permission-request')).toEqual({
      permission: 'media',
      mediaTypes: ['video'],
      requestingUrl: 'app://fixture/',
      isWindow: true,
    });
  });

  it('give the camera and not the microphone', async () => {
    await allow('video');
    expect(await ask({ video: true })).toBe('given');
    expect(await ask({ video: true, audio: true })).toBe('NotAllowedError');
    expect(await ask({ audio: true })).toBe('NotAllowedError');
  });

  it('cannot be got round: the browser itself denies', async () => {
    await allow();
    await ask({ video: true });
    const asked = app.reports('permission-request').length;
    const name = await app.page.evaluate(() =>
      MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, { video: true }).then(
        () => 'given',
        (cause: Error) => cause.name,
      ),
    );
    expect(name).toBe('NotAllowedError');
    expect(app.reports('permission-request')).toHaveLength(asked);
  });

  it('answer a query', async () => {
    const query = (): Promise<string> =>
      app.page.evaluate(async () => {
        const { state } = await navigator.permissions.query({ name: 'camera' });
        return state;
      });
    await allow();
    expect(await query()).toBe('denied');
    await allow('video');
    expect(await query()).toBe('granted');
    expect(app.reports('permission-check').at(-1)).toEqual({
      origin: 'app://fixture/',
      type: 'video',
    });
  });

  it('decide whether cameras have names', async () => {
    const labels = (): Promise<string[]> =>
      app.page.evaluate(async () =>
        (await navigator.mediaDevices.enumerateDevices())
          .filter(({ kind }) => kind === 'videoinput')
          .map(({ label }) => label),
      );
    await allow();
    expect(await labels()).toEqual(['']);
    await allow('video');
    expect((await labels())[0]).not.toBe('');
  });
});

describe('a recorded camera', () => {
  /** Plays the camera into the page and gives the colour in the middle. */
  function middle(): Promise<number[]> {
    return app.page.evaluate(async () => {
      const video = document.createElement('video');
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
      await video.play();
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No 2D canvas.');
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const at = [canvas.width / 2, canvas.height / 2] as const;
      return [...context.getImageData(...at, 1, 1).data];
    });
  }

  it('shows its picture', async () => {
    await allow('video');
    const [red, green, blue] = await middle();
    expect(red).toBeGreaterThan(150);
    expect(green).toBeLessThan(90);
    expect(blue).toBeLessThan(90);
  });

  it('can be unplugged, which ends what runs, and put back', async () => {
    await allow('video');
    await app.page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      const [track] = stream.getVideoTracks();
      const copy = track?.clone();
      document.title = 'running';
      track?.addEventListener('ended', () => {
        document.title = `ended ${track.readyState} ${copy?.readyState}`;
      });
    });
    await app.camera.unplug();
    expect(await app.page.title()).toBe('ended ended ended');
    expect(await ask({ video: true })).toBe('NotFoundError');
    await app.camera.occupy();
    expect(await ask({ video: true })).toBe('NotReadableError');
    await app.camera.plugIn();
    expect(await ask({ video: true })).toBe('given');
  });
});
