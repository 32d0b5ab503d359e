/** Enough for the header of any picture, with the previews that cameras write before its size. */
export const HEADER_BYTES = 1024 * 1024;

const PNG = 0x89504e47;
const JPEG_START = 0xffd8;
const RIFF = 0x52494646;
const GIF = 0x47494638;
const BMP = 0x424d;
/** Second in every file of boxes. */
const FTYP = 0x66747970;

/** The markers that carry the size of a JPEG: SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81, B.1). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}

function jpegPixels(view: DataView): number | null {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker < 0xff00) return null;
    if (isFrameHeader(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7);
    // A marker may be padded, and restarts, start and end have no length.
    const isBare = marker >= 0xffd0 && marker <= 0xffd9;
    at += marker === 0xffff ? 1 : 2 + (isBare ? 0 : view.getUint16(at + 2));
  }
  return null;
}

const uint24 = (view: DataView, at: number) =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;

/** The three kinds of WebP (RFC 9649, sections 2.5 to 2.7). */
function webpPixels(view: DataView): number | null {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (kind === 'VP8X') return (uint24(view, 24) + 1) * (uint24(view, 27) + 1);
  if (kind === 'VP8 ') {
    return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  }
  if (kind !== 'VP8L') return null;
  const packed = view.getUint32(21, true);
  return ((packed & 0x3fff) + 1) * (((packed >>> 14) & 0x3fff) + 1);
}

/** The boxes of ISO/IEC 14496-12 that lie on the way to an item's size, with what precedes their own. */
const ON_THE_WAY: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

const textAt = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((more) => view.getUint8(at + more)));

/** The largest `ispe` (ISO/IEC 23008-12, 6.5.3) within; previews and tiles have one of their own. */
function largestItem(view: DataView, from: number, to: number): number {
  let largest = 0;
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    // 0: to the end of the file; 1: longer than 4 GiB; less than its own header: no box.
    const end = size === 0 ? to : Math.min(to, at + size);
    if (size === 1 || end < at + 8) break;
    const kind = textAt(view, at + 4);
    const inner = ON_THE_WAY[kind];
    if (inner !== undefined) largest = Math.max(largest, largestItem(view, at + 8 + inner, end));
    if (kind === 'ispe' && at + 20 <= end) {
      largest = Math.max(largest, view.getUint32(at + 12) * view.getUint32(at + 16));
    }
    at = end;
  }
  return largest;
}

/** AVIF and HEIC. One that hides its size is as large as can be: nothing decodes it to find out. */
function heifPixels(view: DataView): number {
  return largestItem(view, 0, view.byteLength) || Number.POSITIVE_INFINITY;
}

/**
 * How many pixels a picture says it has, before anything is decoded: a few kilobytes can unpack to
 * gigabytes.
 * @param header the first bytes of the file
 * @returns null for what is no PNG, JPEG, WebP, GIF, BMP, AVIF or HEIC, or says no size
 */
export function declaredPixels(header: ArrayBuffer): number | null {
  const view = new DataView(header);
  if (view.byteLength < 32) return null;
  if (view.getUint32(0) === PNG) return view.getUint32(16) * view.getUint32(20);
  if (view.getUint16(0) === JPEG_START) return jpegPixels(view);
  if (view.getUint32(0) === RIFF) return webpPixels(view);
  if (view.getUint32(0) === GIF) return view.getUint16(6, true) * view.getUint16(8, true);
  if (view.getUint32(4) === FTYP) return heifPixels(view);
  if (view.getUint16(0) === BMP) {
    return Math.abs(view.getInt32(18, true) * view.getInt32(22, true));
  }
  return null;
}
