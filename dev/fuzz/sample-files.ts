import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import { CFB, utils, write } from 'xlsx';
import { zipOf } from '#tests/unit/support/test-workbook.ts';

const ROWS = [
  ['Student ID', 'Full name', 'Class', 'Guardian', 'Guardian phone'],
  ['901', 'Asha Rao', '8B', 'R. Rao', '+91 98765 43210'],
  ['902', 'Zoë Núñez', '8B', '', ''],
];
const SIDE = 48;

/** A list of students as XLSX or CSV. */
export function sampleList(bookType: 'xlsx' | 'csv'): Buffer {
  const book = utils.book_new(utils.aoa_to_sheet(ROWS), 'Students');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

/** Names that lead out of the folder that an archive is unpacked to, in one way or another. */
const WAYS_OUT = [
  '../../../escape.txt',
  '..\\..\\escape.txt',
  '/tmp/escape.txt',
  'C:\\escape.txt',
  'xl/../../../escape.txt',
  'xl/worksheets/../../../../escape.xml',
];

interface Entry {
  size: number;
  content: Uint8Array;
}

/** The same list in an archive with entries that lead out of it ("zip slip"). */
export function sampleZipSlip(): Buffer {
  const { FullPaths, FileIndex } = CFB.read(sampleList('xlsx'), { type: 'buffer' });
  const parts = FileIndex.flatMap(({ size, content }: Entry, index: number) => {
    const name = (FullPaths[index] ?? '').replace(/^Root Entry\//, '');
    return size > 0 ? [{ name, data: Buffer.from(content) }] : [];
  });
  const escapes = WAYS_OUT.map((name) => ({ name, data: Buffer.from('escaped') }));
  return zipOf([...parts, ...escapes]);
}

function noise(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_value, at) => (at * 37 + (at >> 3) * 11) % 256));
}

export function sampleJpeg(): Buffer {
  return encode({ width: SIDE, height: SIDE, data: noise(SIDE * SIDE * 4) }, 85).data;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), frame.length - 4);
  return frame;
}

/** A PNG of 8-bit grey; `size` is what its header declares (PNG, third edition, 11.2.1). */
export function samplePng(
  size: { width: number; height: number } = { width: SIDE, height: SIDE },
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  header.writeUInt8(8, 8);
  const row = (y: number) => Buffer.concat([Buffer.from([0]), noise(SIDE + y).subarray(y)]);
  const rows = Buffer.concat(Array.from({ length: SIDE }, (_value, y) => row(y)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
