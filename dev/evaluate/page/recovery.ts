import { createVisionClient } from '#vision/create-vision-client.ts';
import type { Backend, EngineInfo, FrameReport } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { loadBitmap } from './engine.ts';

export interface Recovery {
  reason: 'crashed' | 'backendLost';
  backend: Backend;
  /** Whether the fresh worker saw the faces in front of the camera. */
  seesFaces: boolean;
}

const CAMERA_EVERY_MS = 60;

let client: VisionClient | null = null;
let recovery: Promise<Recovery> | null = null;

/** Starts a worker of its own on one backend, with a camera that shows one picture for ever. */
export async function startForRecovery(backend: Backend, picture: string): Promise<EngineInfo> {
  const started = createVisionClient({ backend });
  client = started;
  const info = await started.start();
  started.setMode({ kind: 'session', policy: 'off' });
  started.attach(await cameraOf(picture));
  await nextFrame(started);
  recovery = new Promise((resolve, reject) => {
    started.onRestart((reason, { backend: next }) => {
      nextFrame(started).then(
        ({ faces }) => resolve({ reason, backend: next, seesFaces: faces.length > 0 }),
        reject,
      );
    });
  });
  return info;
}

/** What came of the worker that was broken meanwhile. */
export async function recovered(): Promise<Recovery> {
  if (!recovery) throw new Error('Nothing was started.');
  const result = await recovery;
  client?.dispose();
  return result;
}

function nextFrame(from: VisionClient): Promise<FrameReport> {
  return new Promise((resolve) => {
    const stop = from.on('frame', ({ report }) => {
      stop();
      resolve(report);
    });
  });
}

async function cameraOf(url: string): Promise<MediaStreamTrack> {
  const bitmap = await loadBitmap(url);
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = generator.writable.getWriter();
  const show = () => {
    const frame = new VideoFrame(bitmap, { timestamp: Math.round(performance.now() * 1_000) });
    // A camera whose worker died drops its frames until the next one reads them.
    writer.write(frame).catch(() => frame.close());
  };
  setInterval(show, CAMERA_EVERY_MS);
  return generator;
}
