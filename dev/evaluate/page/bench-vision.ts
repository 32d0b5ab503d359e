import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { FrameReport } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { engine, loadBitmap } from './engine.ts';
import { stock } from './stock.ts';

const WIDTH = 1280;
const HEIGHT = 720;
/** Frames offered a second; the worker takes the newest when it is free. */
const OFFERED_FPS = 30;

export interface FaceCut {
  bitmap: ImageBitmap;
  vector: Float32Array;
}

let cuts: FaceCut[] = [];

/** Cuts the main face out of each picture; returns how many there are. */
export async function prepareFaces(urls: readonly string[]): Promise<number> {
  const client = await engine();
  cuts = [];
  for (const url of urls) {
    const result = await client.describeStill(await loadBitmap(url), 'takeMain');
    if (result.kind === 'face') cuts.push({ bitmap: result.picture, vector: result.vector });
  }
  return cuts.length;
}

/** A picture with `count` faces side by side, shifted by a few pixels from frame to frame. */
function compose(count: number, frame: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.fillStyle = '#8a8f99';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const columns = Math.min(count, 5);
  const rows = Math.ceil(count / columns);
  const side = Math.min(WIDTH / columns, HEIGHT / rows, 340) * 0.94;
  const drift = 3 * Math.sin(frame / 9);
  for (let i = 0; i < count; i++) {
    const bitmap = cuts[i % cuts.length]?.bitmap;
    if (!bitmap) continue;
    const x = ((i % columns) + 0.5) * (WIDTH / columns) - side / 2 + drift;
    const y = (Math.floor(i / columns) + 0.5) * (HEIGHT / rows) - side / 2;
    context.drawImage(bitmap, x, y, side, side);
  }
  return canvas;
}

export interface EngineBench {
  /** Milliseconds a frame in the worker, faces decided. */
  steadyMs: number[];
  facesSeen: number;
  facesDecided: number;
  /** From the first frame to the first proposal; null when none came. */
  firstDecisionMs: number | null;
  /** Held by the runtime after these many frames. */
  memory: { frames: number; tensors: number; bytes: number }[];
}

/**
 * Runs the app's worker on composed frames: first until all faces are decided, or `warmMs` is
 * over, then for `frames` frames.
 */
export async function benchEngine(
  count: number,
  frames: number,
  warmMs: number,
  memoryAt: readonly number[] = [],
): Promise<EngineBench> {
  const client = await engine();
  enrolAll(client, count);
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = generator.writable.getWriter();
  const run = watch(client, count, frames, warmMs, memoryAt);
  client.setMode({ kind: 'session', policy: 'off' });
  client.attach(generator);
  const begin = performance.now();
  run.begin(begin);
  for (let i = 0; !run.isOver(); i++) {
    const wait = begin + (i * 1000) / OFFERED_FPS - performance.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
    const timestamp = Math.round((performance.now() - begin) * 1000);
    await writer.write(new VideoFrame(compose(count, i), { timestamp }));
  }
  client.setMode({ kind: 'idle' });
  client.attach(null);
  generator.stop();
  return run.finish();
}

function enrolAll(client: VisionClient, count: number): void {
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const enrolled = cuts.slice(0, count);
  const vectors = new Float32Array(enrolled.length * dimension);
  enrolled.forEach(({ vector }, i) => {
    vectors.set(vector, i * dimension);
  });
  const studentIds = enrolled.map((_, i) => `student ${i}`);
  client.setGallery({ modelId, dimension, studentIds, vectors, lookAlikes: [] });
}

function watch(
  client: VisionClient,
  count: number,
  frames: number,
  warmMs: number,
  memoryAt: readonly number[],
) {
  let startedAt = 0;
  let seen = 0;
  let last: FrameReport | null = null;
  const result: EngineBench = {
    steadyMs: [],
    facesSeen: 0,
    facesDecided: 0,
    firstDecisionMs: null,
    memory: [],
  };
  const decided = new Set<number>();
  const stops = [
    client.on('proposal', ({ proposal }) => {
      decided.add(proposal.trackId);
      result.firstDecisionMs ??= performance.now() - startedAt;
      client.settle(proposal.trackId, 'marked');
    }),
    client.on('frame', ({ report }) => {
      last = report;
      seen++;
      if (memoryAt.includes(seen) && report.memory) {
        result.memory.push({ frames: seen, ...report.memory });
      }
      const settled = decided.size >= count || performance.now() - startedAt > warmMs;
      if (settled) result.steadyMs.push(report.tookMs);
    }),
  ];
  return {
    begin: (at: number) => {
      startedAt = at;
    },
    isOver: () => result.steadyMs.length >= frames && memoryAt.every((at) => seen >= at),
    finish: (): EngineBench => {
      for (const stop of stops) stop();
      result.facesSeen = last?.faces.length ?? 0;
      result.facesDecided = decided.size;
      return result;
    },
  };
}

/** Runs Human alone, all face modules on every frame, on the same frames. */
export async function benchStock(count: number, frames: number) {
  const human = await stock();
  const steadyMs: number[] = [];
  let facesSeen = 0;
  for (let i = 0; i < frames; i++) {
    const canvas = compose(count, i);
    const begin = performance.now();
    const { face } = await human.detect(canvas);
    steadyMs.push(performance.now() - begin);
    facesSeen = face.length;
  }
  return { steadyMs, facesSeen };
}
