/** Inner products of one probe with many rows of bytes, on WebAssembly's relaxed 128-bit vectors. */
export interface Int8Scanner {
  /**
   * @param probe `dimension` values from 0 to 127; above that, processors disagree
   * @returns one sum per row, valid until the next call
   */
  scan(probe: Uint8Array): Int32Array;
}

const PAGE = 65_536;
/** Columns of one turn of the inner loop. */
const STRIDE = 128;

/**
 * Copies rows into a WebAssembly memory of their own. The time of a scan is that of reading them, and
 * two places far apart are read faster than one: row i of the first half goes with row i of the second.
 * @param rows row after row, `dimension` bytes each; dimension a multiple of 128
 * @throws RangeError when the dimension does not fit, WebAssembly.CompileError without relaxed SIMD
 */
export function createInt8Scanner(rows: Int8Array, dimension: number): Int8Scanner {
  if (dimension % STRIDE !== 0) {
    throw new RangeError(`${dimension} is not a multiple of ${STRIDE}.`);
  }
  const count = rows.length / dimension;
  const half = Math.ceil(count / 2);
  const [rowsAt, sumsAt] = [dimension, dimension + 2 * half * dimension];
  const memory = new WebAssembly.Memory({ initial: Math.ceil((sumsAt + 2 * half * 4) / PAGE) });
  new Int8Array(memory.buffer, rowsAt, rows.length).set(rows);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { m: { m: memory } });
  const { scan } = instance.exports as { scan: (...addresses: number[]) => void };
  const input = new Uint8Array(memory.buffer, 0, dimension);
  const sums = new Int32Array(memory.buffer, sumsAt, count);
  return {
    scan: (probe) => {
      input.set(probe);
      scan(0, half, dimension, rowsAt, rowsAt + half * dimension, sumsAt, sumsAt + half * 4);
      return sums;
    },
  };
}

/** Places of the function's parameters and locals in the code below. */
const [PROBE, COUNT, DIMENSION, COLUMN, AT, VALUES] = [0, 1, 2, 7, 8, 17] as const;
/** Of each half: the row, where its sum goes, and four sums, so that no product waits for another. */
const HALVES = [
  { row: 3, out: 5, sums: [9, 10, 11, 12] },
  { row: 4, out: 6, sums: [13, 14, 15, 16] },
] as const;
const PARAMETERS = 7;
const [I32, V128] = [0x7f, 0x7b] as const;

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
/** Constants are signed LEB128: 64 and up need a second byte. */
const constant = (value: number) => [
  0x41,
  ...(value < 64 ? [value] : [(value & 0x7f) | 0x80, value >>> 7]),
];
const add = [0x6a];
const increase = (local: number, by: number) => [
  ...get(local),
  ...constant(by),
  ...add,
  ...set(local),
];
const load = (offset: number) => [0xfd, 0x00, 0x00, ...leb(offset)];
/** i32x4.relaxed_dot_i8x16_i7x16_add_s: sixteen products, summed by fours onto a running sum. */
const dotAdd = [0xfd, ...leb(0x113)];
const addInt32x4 = [0xfd, ...leb(0xae)];
const zeroes = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const lane = (vector: number, n: number) => [...get(vector), 0xfd, 0x1b, n];

const COLUMNS = Array.from({ length: STRIDE / 16 }, (_, i) => [
  ...[...get(AT), ...load(16 * i), ...set(VALUES)],
  ...HALVES.flatMap(({ row, sums }) => {
    const sum = sums[i % sums.length] ?? sums[0];
    return [...get(row), ...load(16 * i), ...get(VALUES), ...get(sum), ...dotAdd, ...set(sum)];
  }),
]).flat();

/** Adds a half's four sums and their four lanes, and stores the row's sum. */
const STORE = HALVES.flatMap(({ out, sums: [first, ...others] }) => [
  ...get(first),
  ...others.flatMap((sum) => [...get(sum), ...addInt32x4]),
  ...set(first),
  ...[...get(out), ...lane(first, 0), ...lane(first, 1), ...add],
  ...[...lane(first, 2), ...add, ...lane(first, 3), ...add],
  ...[0x36, 0x02, 0x00, ...increase(out, 4)],
]);

const BODY = [
  ...[0x02, 0x40, 0x03, 0x40], // block, loop over rows
  ...[...get(COUNT), 0x45, 0x0d, 0x01], // leave when no row is left
  ...HALVES.flatMap(({ sums }) => sums.flatMap((sum) => [...zeroes, ...set(sum)])),
  ...[...get(PROBE), ...set(AT), ...constant(0), ...set(COLUMN)],
  ...[0x03, 0x40], // loop over columns
  ...[...COLUMNS, ...increase(AT, STRIDE)],
  ...HALVES.flatMap(({ row }) => increase(row, STRIDE)),
  ...[...get(COLUMN), ...constant(STRIDE), ...add, 0x22, COLUMN],
  ...[...get(DIMENSION), 0x49, 0x0d, 0x00, 0x0b], // again while column < dimension
  ...STORE,
  ...[...get(COUNT), ...constant(1), 0x6b, ...set(COUNT)],
  ...[0x0c, 0x00, 0x0b, 0x0b, 0x0b], // next row; ends
];

const LOCALS = [0x02, 0x02, I32, 0x09, V128];
const CODE = [...LOCALS, ...BODY];

const section = (id: number, content: readonly number[]) => [
  id,
  ...leb(content.length),
  ...content,
];
const text = (value: string) => [value.length, ...Array.from(value, (c) => c.charCodeAt(0))];

const MODULE = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...section(1, [1, 0x60, PARAMETERS, ...new Array<number>(PARAMETERS).fill(I32), 0]),
  ...section(2, [1, ...text('m'), ...text('m'), 0x02, 0x00, 0x01]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...text('scan'), 0x00, 0x00]),
  ...section(10, [1, ...leb(CODE.length), ...CODE]),
]);
