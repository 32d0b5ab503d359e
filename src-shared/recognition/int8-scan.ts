/** Inner products of one probe with many rows of small integers, on 128-bit WebAssembly vectors. */
export interface Int8Scanner {
  /**
   * @param probe `dimension` integers; |probe| * 127 * dimension must stay below 2^31
   * @returns one sum per row, valid until the next call
   */
  scan(probe: Int16Array): Int32Array;
}

const PAGE = 65_536;

/**
 * Copies rows into a WebAssembly memory of their own.
 * @param rows row after row, `dimension` bytes each; dimension a multiple of 16
 * @throws RangeError when the dimension does not fit, WebAssembly.CompileError without SIMD
 */
export function createInt8Scanner(rows: Int8Array, dimension: number): Int8Scanner {
  if (dimension % 16 !== 0) throw new RangeError(`${dimension} is not a multiple of 16.`);
  const count = rows.length / dimension;
  const probeAt = 0;
  const rowsAt = align(dimension * 2);
  const sumsAt = align(rowsAt + rows.length);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((sumsAt + count * 4) / PAGE) });
  new Int8Array(memory.buffer, rowsAt, rows.length).set(rows);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { m: { m: memory } });
  const scan = instance.exports['scan'] as (...args: number[]) => void;
  const input = new Int16Array(memory.buffer, probeAt, dimension);
  const sums = new Int32Array(memory.buffer, sumsAt, count);
  return {
    scan: (probe) => {
      input.set(probe);
      scan(probeAt, rowsAt, count, dimension, sumsAt);
      return sums;
    },
  };
}

function align(address: number): number {
  return Math.ceil(address / 16) * 16;
}

/** Names of the function's parameters and locals in the code below. */
const [PROBE, ROW, COUNT, DIMENSION, OUT, COLUMN, SUM, AT] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const [I32, V128] = [0x7f, 0x7b] as const;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const constant = (value: number) => [0x41, value];
const add = [0x6a];
const increase = (local: number, by: number) => [
  ...get(local),
  ...constant(by),
  ...add,
  ...set(local),
];
/** Eight bytes as eight 16-bit integers; eight 16-bit integers; pairwise products, summed. */
const load8x8 = (offset: number) => [0xfd, 0x01, 0x00, offset];
const load = (offset: number) => [0xfd, 0x00, 0x00, offset];
const dotInt16 = [0xfd, 0xba, 0x01];
const addInt32x4 = [0xfd, 0xae, 0x01];
const lane = (n: number) => [...get(SUM), 0xfd, 0x1b, n];

const eightColumns = (row: number, probe: number) => [
  ...[...get(ROW), ...load8x8(row)],
  ...[...get(AT), ...load(probe)],
  ...[...dotInt16, ...addInt32x4],
];

const BODY = [
  ...[0x02, 0x40, 0x03, 0x40], // block, loop over rows
  ...[...get(COUNT), 0x45, 0x0d, 0x01], // leave when no row is left
  ...[0xfd, 0x0c, ...new Array<number>(16).fill(0), ...set(SUM)],
  ...[...get(PROBE), ...set(AT), ...constant(0), ...set(COLUMN)],
  ...[0x03, 0x40], // loop over columns, sixteen at a time
  ...[...get(SUM), ...eightColumns(0, 0), ...eightColumns(8, 16), ...set(SUM)],
  ...[...increase(ROW, 16), ...increase(AT, 32)],
  ...[...get(COLUMN), ...constant(16), ...add, 0x22, COLUMN],
  ...[...get(DIMENSION), 0x49, 0x0d, 0x00, 0x0b], // again while column < dimension
  ...[...get(OUT), ...lane(0), ...lane(1), ...add, ...lane(2), ...add, ...lane(3), ...add],
  ...[0x36, 0x02, 0x00], // store the row's sum
  ...[...increase(OUT, 4), ...get(COUNT), ...constant(1), 0x6b, ...set(COUNT)],
  ...[0x0c, 0x00, 0x0b, 0x0b, 0x0b], // next row; ends
];

const LOCALS = [0x03, 0x01, I32, 0x01, V128, 0x01, I32];

function section(id: number, content: readonly number[]): number[] {
  return [id, ...leb(content.length), ...content];
}

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

const text = (value: string) => [value.length, ...Array.from(value, (c) => c.charCodeAt(0))];
const CODE = [...LOCALS, ...BODY];

const MODULE = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...section(1, [1, 0x60, 5, ...new Array<number>(5).fill(I32), 0]),
  ...section(2, [1, ...text('m'), ...text('m'), 0x02, 0x00, 0x01]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...text('scan'), 0x00, 0x00]),
  ...section(10, [1, ...leb(CODE.length), ...CODE]),
]);
