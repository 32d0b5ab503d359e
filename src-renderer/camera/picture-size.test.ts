import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encode } from 'jpeg-js';
import { expect, test } from 'vitest';
import { packagedPhotos } from '#tests/e2e/support/faces.ts';
import { declaredPixels } from './picture-size.ts';

const asBuffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

function fileOf(length: number, ...parts: [at: number, bytes: number[] | string][]): ArrayBuffer {
  const file = Buffer.alloc(length);
  for (const [at, bytes] of parts) Buffer.from(bytes as string, 'latin1').copy(file, at);
  return asBuffer(file);
}

test('a JPEG says its size behind whatever comes first', () => {
  const data = Buffer.alloc(48 * 20 * 4, 90);
  const plain = encode({ width: 48, height: 20, data }, 80).data;
  expect(declaredPixels(asBuffer(plain))).toBe(48 * 20);
  const preview = Buffer.concat([Buffer.from([0xff, 0xe1, 0xff, 0xff]), Buffer.alloc(0xfffd)]);
  const long = Buffer.concat([plain.subarray(0, 2), preview, plain.subarray(2)]);
  expect(declaredPixels(asBuffer(long))).toBe(48 * 20);
});

test('photos of a camera do', () => {
  for (const photo of packagedPhotos) {
    expect(declaredPixels(asBuffer(readFileSync(photo)))).toBeGreaterThan(100_000);
  }
});

/** A box of ISO/IEC 14496-12: its size, its name, what is in it. */
function box(kind: string, ...parts: (Buffer | number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const FULL = [0, 0, 0, 0];

function ispe(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  return box('ispe', FULL, size);
}

/** The head of an AVIF or HEIC whose items have these sizes. */
function heif(...sizes: [width: number, height: number][]): ArrayBuffer {
  const items = sizes.map(([width, height]) => ispe(width, height));
  const properties = box(
    'iprp',
    box('ipco', box('colr', [1, 2, 3, 4]), ...items),
    box('ipma', FULL),
  );
  const meta = box('meta', FULL, box('hdlr', FULL, Buffer.alloc(20)), properties);
  return asBuffer(
    Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0')), meta, box('mdat', [0])]),
  );
}

test('AVIF and HEIC say the size of their largest item, and one without any is refused', () => {
  expect(declaredPixels(heif([4032, 3024]))).toBe(4032 * 3024);
  expect(declaredPixels(heif([320, 240], [512, 512], [60_000, 50_000]))).toBe(3e9);
  expect(declaredPixels(heif())).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  [
    'PNG',
    fileOf(64, [0, [0x89, 0x50, 0x4e, 0x47]], [16, [0, 0, 0x27, 0x10, 0, 0, 0x4e, 0x20]]),
    2e8,
  ],
  ['GIF', fileOf(64, [0, 'GIF89a'], [6, [0x10, 0x27, 0x02, 0x00]]), 20_000],
  ['BMP', fileOf(64, [0, 'BM'], [18, [0x03, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff]]), 6],
  ['WebP, large', fileOf(64, [0, 'RIFF'], [8, 'WEBPVP8X'], [24, [1, 0, 0, 2, 0, 0]]), 6],
  ['WebP, plain', fileOf(64, [0, 'RIFF'], [8, 'WEBPVP8 '], [26, [4, 0, 5, 0]]), 20],
  ['WebP, lossless', fileOf(64, [0, 'RIFF'], [8, 'WEBPVP8L'], [21, [3, 0x40, 0, 0]]), 8],
  ['anything else', fileOf(64, [0, 'a letter to the parents']), null],
  ['nothing', new ArrayBuffer(0), null],
])('%s', (_kind, file, pixels) => {
  expect(declaredPixels(file)).toBe(pixels);
});

test('whatever the bytes are, it ends and says a number or nothing', () => {
  const starts = fc.constantFrom(
    [0xff, 0xd8],
    [0x89, 0x50, 0x4e, 0x47],
    [0x52, 0x49, 0x46, 0x46],
    [...box('ftyp', Buffer.from('avif')), 0, 0, 0, 99, ...Buffer.from('meta')],
    [],
  );
  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 600 }), (start, rest) => {
      const pixels = declaredPixels(asBuffer(new Uint8Array([...start, ...rest])));
      expect(pixels === null || pixels >= 0).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
