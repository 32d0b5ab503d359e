import { createInt8Scanner, type Int8Scanner } from './int8-scan.ts';
import { dot, l2Normalise, norm } from './vector.ts';

/**
 * A rough copy of many vectors in a quarter of the memory. For each row it gives a score and the
 * most by which the true inner product can differ from it, so that a search through it is exact:
 * a row is left out only when it provably cannot be among the best.
 */
export interface CoarseIndex {
  /** Scores of all rows for a probe, valid until the next call; `error` holds for each. */
  scores(probe: Float32Array): { scores: Float32Array; error: number };
}

/** Probe values are rounded to this many steps on either side of zero, and shifted to 1 to 127. */
const PROBE_STEPS = 63;
const SHIFT = 64;
const ROW_STEPS = 127;
/** For sums in 32-bit arithmetic. */
const ARITHMETIC_ERROR = 1e-5;

/**
 * Splits every row into its part along the mean row, which all faces share and which is kept as a
 * number, and the rest across it, which is rounded to bytes with one scale a row. A probe is split
 * in the same way, and the parts across are all that the rounding of either can falsify.
 * @param vectors row after row; dimension a multiple of 128
 */
export function buildCoarseIndex(vectors: Float32Array, dimension: number): CoarseIndex {
  const count = vectors.length / dimension;
  const axis = l2Normalise(sumOfRows(vectors, dimension));
  const rounded = new Int8Array(vectors.length);
  const rows: Rows = {
    along: new Float32Array(count),
    scales: new Float32Array(count),
    sums: new Int32Array(count),
    longest: 0,
    mostLost: 0,
  };
  for (let row = 0; row < count; row++) {
    const from = row * dimension;
    const { along, across } = split(vectors.subarray(from, from + dimension), axis);
    const { scale, sum, lost } = round(across, ROW_STEPS, rounded.subarray(from, from + dimension));
    rows.along[row] = along;
    rows.scales[row] = scale;
    rows.sums[row] = sum;
    rows.longest = Math.max(rows.longest, norm(across));
    rows.mostLost = Math.max(rows.mostLost, lost);
  }
  return new RoundedRows(createInt8Scanner(rounded, dimension), axis, rows);
}

interface Rows {
  /** Inner product with the axis. */
  along: Float32Array;
  /** What one step of a row's bytes stands for. */
  scales: Float32Array;
  /** Sums of each row's bytes, to take the probe's shift out again. */
  sums: Int32Array;
  /** Longest part across the axis, and the most that rounding took from one. */
  longest: number;
  mostLost: number;
}

class RoundedRows implements CoarseIndex {
  readonly #scanner: Int8Scanner;
  readonly #axis: Float32Array;
  readonly #rows: Rows;
  readonly #scores: Float32Array;

  constructor(scanner: Int8Scanner, axis: Float32Array, rows: Rows) {
    this.#scanner = scanner;
    this.#axis = axis;
    this.#rows = rows;
    this.#scores = new Float32Array(rows.along.length);
  }

  scores(probe: Float32Array): { scores: Float32Array; error: number } {
    const { along, across } = split(probe, this.#axis);
    const steps = new Int8Array(probe.length);
    const { scale, lost } = round(across, PROBE_STEPS, steps);
    const sums = this.#scanner.scan(Uint8Array.from(steps, (step) => step + SHIFT));
    const { along: rowAlong, scales, sums: rowSums, longest, mostLost } = this.#rows;
    const out = this.#scores;
    for (let row = 0; row < out.length; row++) {
      const sum = (sums[row] as number) - SHIFT * (rowSums[row] as number);
      out[row] = along * (rowAlong[row] as number) + sum * scale * (scales[row] as number);
    }
    // Cauchy-Schwarz on what both roundings took.
    const error = norm(across) * mostLost + lost * (longest + mostLost) + ARITHMETIC_ERROR;
    return { scores: out, error };
  }
}

function sumOfRows(vectors: Float32Array, dimension: number): Float64Array {
  const sum = new Float64Array(dimension);
  for (let from = 0; from < vectors.length; from += dimension) {
    for (let i = 0; i < dimension; i++) {
      sum[i] = (sum[i] as number) + (vectors[from + i] as number);
    }
  }
  return sum;
}

function split(vector: Float32Array, axis: Float32Array) {
  const along = dot(vector, axis);
  const across = new Float32Array(vector.length);
  for (let i = 0; i < across.length; i++) {
    across[i] = (vector[i] as number) - along * (axis[i] as number);
  }
  return { along, across };
}

/** Rounds to whole steps; `lost` is the length of what that takes away. */
function round(values: Float32Array, steps: number, out: Int8Array) {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] as number));
  const scale = most / steps || 1;
  const stepsPerUnit = 1 / scale;
  let [lost, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const step = Math.round((values[i] as number) * stepsPerUnit);
    out[i] = step;
    sum += step;
    lost += ((values[i] as number) - step * scale) ** 2;
  }
  return { scale, sum, lost: Math.sqrt(lost) };
}
