import { readFile, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '#dev/chromium/ensure-browser.ts';
import { readJpegHeader } from './jpeg-header.ts';

/** Chromium plays an .mjpeg at this rate, whatever it was made for, and from the start again. */
const PLAYED_FPS = 30;
const JPEG_QUALITY = 0.92;

export interface ClipSize {
  width: number;
  height: number;
}

const CAMERA_SIZE: ClipSize = { width: 640, height: 480 };

/** Whether Chromium's camera can play it as it is: others show as plain green. */
function isPlayable(picture: Buffer, size: ClipSize): boolean {
  const header = readJpegHeader(picture);
  return (
    header?.isBaseline === true &&
    header.isHalfChroma &&
    header.width === size.width &&
    header.height === size.height
  );
}

/** Draws a picture as large as it fits, in the middle of a grey canvas; gives a baseline 4:2:0 JPEG. */
async function redraw(page: Page, picture: Buffer, size: ClipSize): Promise<Buffer> {
  const encoded = await page.evaluate(
    async ({ base64, width, height, quality }) => {
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No 2D canvas.');
      context.fillStyle = '#808080';
      context.fillRect(0, 0, width, height);
      const scale = Math.min(width / bitmap.width, height / bitmap.height);
      const drawn = [bitmap.width * scale, bitmap.height * scale] as const;
      context.drawImage(bitmap, (width - drawn[0]) / 2, (height - drawn[1]) / 2, ...drawn);
      return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
    },
    { base64: picture.toString('base64'), ...size, quality: JPEG_QUALITY },
  );
  return Buffer.from(encoded, 'base64');
}

/** Makes every picture playable; the browser draws those that are not. */
async function playable(pictures: readonly Buffer[], size: ClipSize): Promise<Buffer[]> {
  if (pictures.every((picture) => isPlayable(picture, size))) return [...pictures];
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args });
  try {
    const page = await browser.newPage();
    const made: Buffer[] = [];
    for (const picture of pictures) {
      made.push(isPlayable(picture, size) ? picture : await redraw(page, picture, size));
    }
    return made;
  } finally {
    await browser.close();
  }
}

/**
 * How often each frame is shown so that a clip of `fps` keeps its speed at 30 frames a second:
 * frame `i` is on screen from `i / fps` to `(i + 1) / fps` seconds.
 */
export function repeats(index: number, fps: number): number {
  const shownAt = (frame: number): number => Math.round((frame * PLAYED_FPS) / fps);
  return shownAt(index + 1) - shownAt(index);
}

/**
 * Writes an .mjpeg that Chromium plays as a camera: JPEG frames one after another, baseline 4:2:0
 * and all of one size. Pictures of any size and format that the browser reads are redrawn.
 * @param fps how many of the pictures belong to one second, at most 30
 */
export async function makeCameraClip(
  pictureFiles: readonly string[],
  fps: number,
  outFile: string,
  size: ClipSize = CAMERA_SIZE,
): Promise<string> {
  if (pictureFiles.length === 0) throw new Error('A clip needs a picture.');
  if (fps <= 0 || fps > PLAYED_FPS) throw new RangeError(`A clip has 1 to 30 fps, not ${fps}.`);
  const pictures = await Promise.all(pictureFiles.map((file) => readFile(file)));
  const frames = (await playable(pictures, size)).flatMap((frame, index) =>
    new Array<Buffer>(repeats(index, fps)).fill(frame),
  );
  await writeFile(outFile, Buffer.concat(frames));
  return outFile;
}
