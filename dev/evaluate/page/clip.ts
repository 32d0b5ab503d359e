import type { ChallengeStep, LivenessEvidence, LivenessPolicy } from '#shared/liveness/evidence.ts';
import { judgeLiveness } from '#shared/liveness/judge.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { FaceView } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { engine, loadBitmap } from './engine.ts';

export interface ClipRun {
  /** True when one continuous face was shown to be alive under the policy. */
  accepted: boolean;
  suspected: boolean;
  /** Evidence of the face that was accepted, or of the one seen longest. */
  evidence: LivenessEvidence | null;
  /** Of the clip, from its first frame to the decision; its length when there was none. */
  seconds: number;
  framesSeen: number;
  tracks: number;
}

export interface ClipOptions {
  urls: readonly string[];
  fps: number;
  policy: LivenessPolicy;
  /** A fixed strict challenge; random without. */
  steps?: readonly ChallengeStep[];
  /**
   * Plays as a camera does: frames that come while this machine is busy are dropped, as in the app.
   * Without it every frame is looked at, and the answer does not depend on the machine's speed.
   */
  realTime?: boolean;
}

/** A frame not looked at by then never will be. */
const LOST_AFTER_MS = 60_000;
/** Milliseconds after the last frame for the worker to finish what it has begun. */
const AFTERGLOW_MS = 700;

/** Plays a clip to the worker once; the worker's clock is the clip's. */
export async function playClip({
  urls,
  fps,
  policy,
  steps,
  realTime = false,
}: ClipOptions): Promise<ClipRun> {
  const client = await engine();
  const bitmaps = await Promise.all(urls.map(loadBitmap));
  await enrol(client, bitmaps);
  const watch = watchFaces(client, policy);
  const unhurried = !realTime;
  client.setMode({ kind: 'session', policy, unhurried, ...(steps ? { steps } : {}) });
  await (realTime ? playInRealTime : playEveryFrame)(client, bitmaps, fps, watch);
  client.setMode({ kind: 'idle' });
  client.attach(null);
  for (const bitmap of bitmaps) bitmap.close();
  return watch.finish(urls.length / fps);
}

type Play = (
  client: VisionClient,
  bitmaps: readonly ImageBitmap[],
  fps: number,
  watch: ReturnType<typeof watchFaces>,
) => Promise<void>;

/** Through a video track, as from a camera. */
const playInRealTime: Play = async (client, bitmaps, fps, watch) => {
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  client.attach(generator);
  const writer = generator.writable.getWriter();
  const begin = performance.now();
  for (const [i, bitmap] of bitmaps.entries()) {
    const due = (i * 1000) / fps;
    await sleep(Math.max(0, begin + due - performance.now()));
    watch.setClock(due);
    await writer.write(frameOf(bitmap, due));
  }
  await sleep(AFTERGLOW_MS);
  generator.stop();
};

/** Each frame is handed over when the one before it has been looked at. */
const playEveryFrame: Play = async (client, bitmaps, fps, watch) => {
  const { readable, writable } = new TransformStream<VideoFrame, VideoFrame>();
  client.attachFrames(readable);
  const writer = writable.getWriter();
  for (const [i, bitmap] of bitmaps.entries()) {
    const due = (i * 1000) / fps;
    watch.setClock(due);
    const looked = watch.nextLook();
    const frame = frameOf(bitmap, due);
    await Promise.all([writer.write(frame), looked]);
    frame.close();
  }
};

function frameOf(bitmap: ImageBitmap, due: number): VideoFrame {
  return new VideoFrame(bitmap, { timestamp: Math.round(due * 1000) });
}

/** The clip's own face is the gallery, so that a strict session has somebody to challenge. */
async function enrol(client: VisionClient, bitmaps: readonly ImageBitmap[]): Promise<void> {
  const places = [0.1, 0.4, 0.7].map((share) => bitmaps[Math.floor(share * bitmaps.length)]);
  const vectors: Float32Array[] = [];
  for (const bitmap of places) {
    if (!bitmap) continue;
    const result = await client.describeStill(await createImageBitmap(bitmap));
    if (result.kind === 'face') vectors.push(result.vector);
  }
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const rows = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, row) => {
    rows.set(vector, row * dimension);
  });
  const studentIds = vectors.map(() => 'the one in the clip');
  client.setGallery({ modelId, dimension, studentIds, vectors: rows, lookAlikes: [] });
}

function watchFaces(client: VisionClient, policy: LivenessPolicy) {
  const last = new Map<number, FaceView>();
  let accepted: { evidence: LivenessEvidence; at: number } | null = null;
  let suspected = false;
  let framesSeen = 0;
  let clock = 0;
  let look: PromiseWithResolvers<void> | null = null;
  const stop = client.on('frame', ({ report }) => {
    framesSeen++;
    for (const face of report.faces) {
      last.set(face.trackId, face);
      if (!face.evidence) continue;
      const { verdict } = judgeLiveness(face.evidence, policy);
      if (verdict === 'live') accepted ??= { evidence: face.evidence, at: clock };
      if (verdict === 'suspect') suspected = true;
    }
    look?.resolve();
  });
  const setClock = (ms: number) => {
    clock = ms;
  };
  /** Resolves when the worker has looked at one frame more. */
  const nextLook = (): Promise<void> => {
    const next = Promise.withResolvers<void>();
    look = next;
    const lost = new Error(`The frame at ${clock} ms was never looked at.`);
    const timer = setTimeout(() => next.reject(lost), LOST_AFTER_MS);
    return next.promise.finally(() => clearTimeout(timer));
  };
  const finish = (clipSeconds: number): ClipRun => {
    stop();
    const longest = [...last.values()].toSorted(
      (a, b) => (b.evidence?.frames ?? 0) - (a.evidence?.frames ?? 0),
    )[0];
    return {
      accepted: accepted !== null,
      suspected,
      evidence: accepted?.evidence ?? longest?.evidence ?? null,
      seconds: accepted ? accepted.at / 1000 : clipSeconds,
      framesSeen,
      tracks: last.size,
    };
  };
  return { setClock, nextLook, finish };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
