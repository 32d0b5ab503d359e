import { createInt8Scanner, type Int8Scanner } from './int8-scan.ts';
import { dot, mean, norm } from './vector.ts';

/**
 * A rough copy of many vectors in a quarter of the memory. For each row it gives a score and the
 * most by which the true inner product can differ from it, so that a search through it is exact:
 * a row is left out only when it provably cannot be among the best.
 */
export interface CoarseIndex {
  /** Scores of all rows for a unit-length probe; `error` holds for each. */
  scores(probe: Float32Array): { scores: Float32Array; error: number };
}

/** Probe values are rounded to this many steps on either side of zero, and shifted to 1 to 127. */
const PROBE_STEPS = 63;
const SHIFT = 64;
const ROW_STEPS = 127;

/**
 * Rows are stored as their difference from the mean row, rounded to bytes with one scale for each.
 * @param vectors row after row; dimension a multiple of 128
 */
export function buildCoarseIndex(vectors: Float32Array, dimension: number): CoarseIndex {
  const count = vectors.length / dimension;
  const centre = meanRow(vectors, dimension);
  const rows = new Int8Array(vectors.length);
  const scales = new Float32Array(count);
  const rowSums = new Int32Array(count);
  let worst = 0;
  let longest = 0;
  for (let row = 0; row < count; row++) {
    const difference = vectors.slice(row * dimension, (row + 1) * dimension);
    for (let i = 0; i < dimension; i++) {
      difference[i] = (difference[i] as number) - (centre[i] as number);
    }
    const { scale, lost, sum } = roundRow(difference, rows, row * dimension);
    rowSums[row] = sum;
    scales[row] = scale;
    worst = Math.max(worst, lost);
    longest = Math.max(longest, norm(difference));
  }
  const scanner = createInt8Scanner(rows, dimension);
  return new RoundedRows(scanner, centre, { scales, rowSums }, { worst, longest });
}

class RoundedRows implements CoarseIndex {
  readonly #scanner: Int8Scanner;
  readonly #centre: Float32Array;
  readonly #scales: Float32Array;
  /** Sums of each row's bytes, to take the probe's shift out again. */
  readonly #rowSums: Int32Array;
  /** Longest rounding error of a row, and longest difference from the mean. */
  readonly #bounds: { worst: number; longest: number };
  readonly #scores: Float32Array;

  constructor(
    scanner: Int8Scanner,
    centre: Float32Array,
    rows: { scales: Float32Array; rowSums: Int32Array },
    bounds: { worst: number; longest: number },
  ) {
    this.#scanner = scanner;
    this.#centre = centre;
    this.#scales = rows.scales;
    this.#rowSums = rows.rowSums;
    this.#bounds = bounds;
    this.#scores = new Float32Array(rows.scales.length);
  }

  scores(probe: Float32Array): { scores: Float32Array; error: number } {
    const { rounded, scale, lost } = roundProbe(probe);
    const sums = this.#scanner.scan(rounded);
    const base = dot(probe, this.#centre);
    const out = this.#scores;
    for (let row = 0; row < out.length; row++) {
      const sum = (sums[row] as number) - SHIFT * (this.#rowSums[row] as number);
      out[row] = base + sum * scale * (this.#scales[row] as number);
    }
    const { worst, longest } = this.#bounds;
    // Cauchy-Schwarz on both roundings, and a little for 32-bit arithmetic.
    const error = norm(probe) * worst + lost * (longest + worst) + 1e-5;
    return { scores: out, error };
  }
}

function meanRow(vectors: Float32Array, dimension: number): Float32Array {
  const rows: Float32Array[] = [];
  for (let from = 0; from < vectors.length; from += dimension) {
    rows.push(vectors.subarray(from, from + dimension));
  }
  return mean(rows);
}

function roundRow(values: Float32Array, out: Int8Array, at: number) {
  const most = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const scale = most / ROW_STEPS || 1;
  let lost = 0;
  let sum = 0;
  values.forEach((value, i) => {
    const rounded = Math.round(value / scale);
    out[at + i] = rounded;
    sum += rounded;
    lost += (value - rounded * scale) ** 2;
  });
  return { scale, lost: Math.sqrt(lost), sum };
}

function roundProbe(probe: Float32Array) {
  const most = probe.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const scale = most / PROBE_STEPS || 1;
  const rounded = Uint8Array.from(probe, (value) => Math.round(value / scale) + SHIFT);
  let lost = 0;
  probe.forEach((value, i) => {
    lost += (value - ((rounded[i] as number) - SHIFT) * scale) ** 2;
  });
  return { rounded, scale, lost: Math.sqrt(lost) };
}
