import { eyeOpenings } from '#vision/faces/measure.ts';
import type { FaceMesh } from '#vision/faces/mesh.ts';
import { loadBitmap } from '../engine.ts';
import { base64, HEIGHT, loadPicture, meshOf, QUALITY, WIDTH } from './make.ts';

/** When the person has begun to come closer, how long it takes, how much, and when they begin to blink. */
const CLOSER = { fromS: 1.8, takesS: 1.4, by: 0.55 } as const;
const BLINKS_FROM_S = 3.6;
/** What is shown before and after each blink, and until when. */
const AROUND_BLINK_S = 0.6;
/** Open eyes lie this far before and after closed ones. */
const BLINK_S = 0.25;
const ENDS_S = 9;

/**
 * A living person who follows "come closer, blink twice": the frames of a clip enlarged little by
 * little, then those around its clearest blink, to and fro, so that the blink comes again.
 */
export async function makeFollower(live: readonly string[], fps: number): Promise<string[]> {
  const output = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = output.getContext('2d');
  if (!context) throw new Error('No canvas.');
  const bitmaps = await Promise.all(live.map(loadBitmap));
  const mesh = await meshOf(await loadPicture(live[0] as string));
  const [x, y] = mesh ? [mesh.window.x / WIDTH, mesh.window.y / HEIGHT] : [0.5, 0.5];
  const frames: string[] = [];
  for (const [i, at] of followingOrder(
    live.length,
    fps,
    await clearestBlink(live, fps),
  ).entries()) {
    const bitmap = bitmaps[at] as ImageBitmap;
    const closer = Math.min(1, Math.max(0, i / fps - CLOSER.fromS) / CLOSER.takesS);
    const zoom = 1 + CLOSER.by * closer;
    const [width, height] = [bitmap.width / zoom, bitmap.height / zoom];
    const left = Math.min(bitmap.width - width, Math.max(0, x * bitmap.width - width / 2));
    const top = Math.min(bitmap.height - height, Math.max(0, y * bitmap.height - height / 2));
    context.drawImage(bitmap, left, top, width, height, 0, 0, WIDTH, HEIGHT);
    frames.push(await base64(await output.convertToBlob({ type: 'image/jpeg', quality: QUALITY })));
  }
  for (const bitmap of bitmaps) bitmap.close();
  return frames;
}

/** Numbers of the clip's frames, each a neighbour of the one before, so that there is no cut. */
export function followingOrder(length: number, fps: number, blink: number): number[] {
  const reach = Math.round(AROUND_BLINK_S * fps);
  const [first, last] = [Math.max(0, blink - reach), Math.min(length - 1, blink + reach)];
  const order: number[] = [];
  let at = 0;
  let step = 1;
  for (let i = 0; i < ENDS_S * fps; i++) {
    order.push(at);
    const [low, high] = i < BLINKS_FROM_S * fps ? [0, length - 1] : [first, last];
    if (at >= high) step = -1;
    if (at <= low) step = 1;
    at = Math.min(length - 1, Math.max(0, at + step));
  }
  return order;
}

/** The frame in which the eyes of the clip's first face are closed most, against those around it. */
async function clearestBlink(live: readonly string[], fps: number): Promise<number> {
  const openings: number[] = [];
  let before: FaceMesh | null = null;
  for (const url of live) {
    const mesh: FaceMesh | null = await meshOf(await loadPicture(url), before);
    const [right, left] = mesh ? eyeOpenings(mesh.points) : [1, 1];
    openings.push(right + left);
    before = mesh ?? before;
  }
  const around = Math.max(2, Math.round(BLINK_S * fps));
  const depths = openings.map((opening, i) => {
    const [earlier, later] = [openings[i - around] ?? 0, openings[i + around] ?? 0];
    return Math.min(earlier, later) / opening;
  });
  return depths.indexOf(Math.max(...depths));
}
