/** What of a JPEG decides whether Chromium can play it as a camera. */
export interface JpegHeader {
  width: number;
  height: number;
  isBaseline: boolean;
  /** Chroma is stored at half width and half height (4:2:0). */
  isHalfChroma: boolean;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const BASELINE = 0xc0;
/** Markers in the range of frame headers that are none: DHT, JPG, DAC (ITU-T T.81, table B.1). */
const NOT_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

function isFrameHeader(marker: number): boolean {
  return marker >= BASELINE && marker <= 0xcf && !NOT_FRAMES.has(marker);
}

/** Sampling factors of luma 2x2 and of the two chroma components 1x1. */
function isHalfChroma(frame: Buffer): boolean {
  const components = frame[7];
  return components === 3 && frame[9] === 0x22 && frame[12] === 0x11 && frame[15] === 0x11;
}

/**
 * Reads the frame header (ITU-T T.81, B.2.2) of a JPEG.
 * @returns null if these bytes are no JPEG
 */
export function readJpegHeader(jpeg: Buffer): JpegHeader | null {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === MARKER; ) {
    const marker = jpeg[at + 1] ?? START_OF_SCAN;
    if (marker === START_OF_SCAN) return null;
    if (isFrameHeader(marker)) {
      const frame = jpeg.subarray(at + 2);
      return {
        height: frame.readUInt16BE(3),
        width: frame.readUInt16BE(5),
        isBaseline: marker === BASELINE,
        isHalfChroma: isHalfChroma(frame),
      };
    }
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return null;
}
