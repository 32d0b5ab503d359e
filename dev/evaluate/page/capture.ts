import type { Pose } from '#shared/contract/enrolment.contract.ts';
import { engine, loadBitmap } from './engine.ts';

export interface CaptureRun {
  /** Milliseconds from the first frame to each view taken. */
  takenAt: number[];
  qualities: number[];
  vectorLength: number;
  /** Every hint shown, once. */
  hints: string[];
}

/** Plays a clip to the worker in enrolment mode and counts the views it takes of a pose. */
export async function captureClip(
  urls: readonly string[],
  fps: number,
  pose: Pose,
): Promise<CaptureRun> {
  const client = await engine();
  const bitmaps = await Promise.all(urls.map(loadBitmap));
  const run: CaptureRun = { takenAt: [], qualities: [], vectorLength: 0, hints: [] };
  const begin = performance.now();
  const stops = [
    client.on('captured', ({ view }) => {
      run.takenAt.push(Math.round(performance.now() - begin));
      run.qualities.push(view.quality);
      run.vectorLength = view.vector.length;
      view.picture.close();
    }),
    client.on('capture', ({ report }) => {
      if (report.hint && !run.hints.includes(report.hint)) run.hints.push(report.hint);
    }),
  ];
  client.setMode({ kind: 'enrol', pose });
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  client.attach(generator);
  const writer = generator.writable.getWriter();
  for (const [i, bitmap] of bitmaps.entries()) {
    const due = (i * 1000) / fps;
    const wait = Math.max(0, begin + due - performance.now());
    await new Promise((resolve) => setTimeout(resolve, wait));
    await writer.write(new VideoFrame(bitmap, { timestamp: Math.round(due * 1000) }));
  }
  await new Promise((resolve) => setTimeout(resolve, 700));
  client.setMode({ kind: 'idle' });
  client.attach(null);
  generator.stop();
  for (const stop of stops) stop();
  for (const bitmap of bitmaps) bitmap.close();
  return run;
}
