import { readFileSync, writeFileSync } from 'node:fs';
import { decode, encode } from 'jpeg-js';

export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Writes the part of a JPEG that `crop` names, in pixels, as a JPEG of its own. */
export function cropJpeg(file: string, crop: Crop, outFile: string): string {
  const picture = decode(readFileSync(file), { useTArray: true });
  const { x, y, width, height } = crop;
  const data = Buffer.alloc(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * picture.width + x) * 4;
    data.set(picture.data.subarray(start, start + width * 4), row * width * 4);
  }
  writeFileSync(outFile, encode({ data, width, height }, 92).data);
  return outFile;
}
