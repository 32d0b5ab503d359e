import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';

type Implemented = Pick<Electron.NativeImage, 'toPNG' | 'toDataURL' | 'getSize' | 'isEmpty'>;

/** Where a PNG's IHDR chunk holds its width and height (PNG specification, 11.2.2). */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/** A picture of a page, as PNG, in the shape of Electron's `NativeImage`. */
export function capturedImage(png: Buffer): Electron.NativeImage {
  const image: Implemented = {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    getSize: () => ({ width: png.readUInt32BE(WIDTH_AT), height: png.readUInt32BE(HEIGHT_AT) }),
    isEmpty: () => png.length === 0,
  };
  return loud('NativeImage', image) as Electron.NativeImage;
}
