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
  /** From the first frame to the decision; the clip's length when there was none. */
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
  /** Waits for the worker where the machine is too busy to keep up with the clip. */
  patient?: boolean;
}

const PATIENCE_MS = 4_000;
/** Milliseconds after the last frame for the worker to finish what it has begun. */
const AFTERGLOW_MS = 700;

/** Plays a clip to the worker once, in its own time, through a real video track. */
export async function playClip({
  urls,
  fps,
  policy,
  steps,
  patient = false,
}: ClipOptions): Promise<ClipRun> {
  const client = await engine();
  const bitmaps = await Promise.all(urls.map(loadBitmap));
  await enrol(client, bitmaps);
  const watch = watchFaces(client, policy);
  client.setMode(steps ? { kind: 'session', policy, steps } : { kind: 'session', policy });
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  client.attach(generator);
  const pace = patient ? () => watch.nextSeen(PATIENCE_MS) : null;
  await play(generator.writable, bitmaps, fps, pace);
  await sleep(AFTERGLOW_MS);
  client.setMode({ kind: 'idle' });
  client.attach(null);
  generator.stop();
  for (const bitmap of bitmaps) bitmap.close();
  return watch.finish(urls.length / fps);
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
  client.setGallery({ modelId, dimension, studentIds, vectors: rows });
}

async function play(
  writable: WritableStream<VideoFrame>,
  bitmaps: readonly ImageBitmap[],
  fps: number,
  pace: (() => Promise<void>) | null,
): Promise<void> {
  const writer = writable.getWriter();
  const begin = performance.now();
  for (const [i, bitmap] of bitmaps.entries()) {
    const due = (i * 1000) / fps;
    await sleep(Math.max(0, begin + due - performance.now()));
    const seen = pace?.();
    await writer.write(new VideoFrame(bitmap, { timestamp: Math.round(due * 1000) }));
    await seen;
  }
}

function watchFaces(client: VisionClient, policy: LivenessPolicy) {
  const begin = performance.now();
  const last = new Map<number, FaceView>();
  let accepted: { evidence: LivenessEvidence; at: number } | null = null;
  let suspected = false;
  let framesSeen = 0;
  const stop = client.on('frame', ({ report }) => {
    framesSeen++;
    for (const face of report.faces) {
      last.set(face.trackId, face);
      if (!face.evidence) continue;
      const { verdict } = judgeLiveness(face.evidence, policy);
      if (verdict === 'live') accepted ??= { evidence: face.evidence, at: performance.now() };
      if (verdict === 'suspect') suspected = true;
    }
  });
  const nextSeen = async (patienceMs: number) => {
    const before = framesSeen;
    const until = performance.now() + patienceMs;
    while (framesSeen === before && performance.now() < until) await sleep(5);
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
      seconds: accepted ? (accepted.at - begin) / 1000 : clipSeconds,
      framesSeen,
      tracks: last.size,
    };
  };
  return { nextSeen, finish };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
