import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCameraClip, repeats } from '#tests/e2e/camera-clip.ts';
import { readJpegHeader } from '#tests/e2e/jpeg-header.ts';

let folder: string;
let fullChroma: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-clip-'));
  fullChroma = join(folder, 'picture.jpg');
  const data = Buffer.alloc(100 * 50 * 4, 128);
  await writeFile(fullChroma, encode({ width: 100, height: 50, data }, 90).data);
});

/** Splits an .mjpeg at the JPEG start-of-image markers. */
function frames(clip: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = clip.indexOf('ffd8ff', 0, 'hex'); at >= 0; ) {
    starts.push(at);
    at = clip.indexOf('ffd8ff', at + 1, 'hex');
  }
  return starts.map((start, index) => clip.subarray(start, starts[index + 1]));
}

describe('repeats', () => {
  it.each([1, 10, 12, 24, 25, 30])('keeps the speed of a clip of %d frames a second', (fps) => {
    const shown = Array.from({ length: fps }, (_, index) => repeats(index, fps));
    expect(shown.reduce((sum, each) => sum + each, 0)).toBe(30);
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);
  });
});

describe('makeCameraClip', () => {
  it('makes every frame what Chromium can play', async () => {
    expect(readJpegHeader(await readFile(fullChroma))).toMatchObject({ isHalfChroma: false });
    const file = await makeCameraClip([fullChroma, fullChroma], 10, join(folder, 'a.mjpeg'));
    const made = frames(await readFile(file));
    expect(made).toHaveLength(6);
    for (const frame of made) {
      expect(readJpegHeader(frame)).toEqual({
        width: 640,
        height: 480,
        isBaseline: true,
        isHalfChroma: true,
      });
    }
  });

  it('takes playable pictures as they are', async () => {
    const first = await makeCameraClip([fullChroma], 30, join(folder, 'b.mjpeg'));
    const again = await makeCameraClip([first], 30, join(folder, 'c.mjpeg'));
    expect(await readFile(again)).toEqual(await readFile(first));
  });

  it('refuses a speed that cannot be played and an empty clip', async () => {
    const out = join(folder, 'd.mjpeg');
    await expect(makeCameraClip([fullChroma], 60, out)).rejects.toThrow('1 to 30 fps');
    await expect(makeCameraClip([], 30, out)).rejects.toThrow('needs a picture');
  });
});

describe('readJpegHeader', () => {
  it('is null for what is no JPEG', () => {
    expect(readJpegHeader(Buffer.from('89504e470d0a1a0a', 'hex'))).toBeNull();
    expect(readJpegHeader(Buffer.alloc(0))).toBeNull();
  });
});
