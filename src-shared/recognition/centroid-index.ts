import { buildCoarseIndex, type CoarseIndex } from './coarse-index.ts';
import { dot, dotAt, l2Normalise, mean, norm } from './vector.ts';

/**
 * One row a student, and how far the student's templates lie from it. For most probes of enrolled
 * students this rules out everyone else without a look at their templates.
 */
export interface CentroidIndex {
  /** For each student the score of the centroid, and the most that a template can have. */
  bounds(probe: Float32Array): { scores: Float32Array; atMost: Float32Array };
}

/**
 * @param vectors templates of student s in rows `firstRow[s]` to `firstRow[s + 1] - 1`
 * @param dimension a multiple of 128
 */
export function buildCentroidIndex(
  vectors: Float32Array,
  firstRow: Uint32Array,
  dimension: number,
): CentroidIndex {
  const count = firstRow.length - 1;
  const rows = (student: number) =>
    Array.from(
      { length: (firstRow[student + 1] as number) - (firstRow[student] as number) },
      (_, i) => {
        const from = ((firstRow[student] as number) + i) * dimension;
        return vectors.subarray(from, from + dimension);
      },
    );
  const centroids = new Float32Array(count * dimension);
  for (let s = 0; s < count; s++) centroids.set(mean(rows(s)), s * dimension);
  const axis = l2Normalise(mean(splitRows(centroids, dimension)));
  const along = new Float32Array(count);
  const across = new Float32Array(count);
  for (let s = 0; s < count; s++) {
    const centroid = centroids.subarray(s * dimension, (s + 1) * dimension);
    for (const row of rows(s)) {
      const difference = row.map((value, i) => value - (centroid[i] as number));
      const onAxis = dot(difference, axis);
      along[s] = Math.max(along[s] as number, Math.abs(onAxis));
      const offAxis = Math.sqrt(Math.max(0, norm(difference) ** 2 - onAxis ** 2));
      across[s] = Math.max(across[s] as number, offAxis);
    }
  }
  return new Centroids(buildCoarseIndex(centroids, dimension), axis, along, across);
}

function splitRows(vectors: Float32Array, dimension: number): Float32Array[] {
  return Array.from({ length: vectors.length / dimension }, (_, row) =>
    vectors.subarray(row * dimension, (row + 1) * dimension),
  );
}

class Centroids implements CentroidIndex {
  readonly #coarse: CoarseIndex;
  /** What all faces have in common, as a direction; a probe is mostly that. */
  readonly #axis: Float32Array;
  /** Furthest template from its centroid, along the axis and across it. */
  readonly #along: Float32Array;
  readonly #across: Float32Array;
  readonly #atMost: Float32Array;

  constructor(coarse: CoarseIndex, axis: Float32Array, along: Float32Array, across: Float32Array) {
    this.#coarse = coarse;
    this.#axis = axis;
    this.#along = along;
    this.#across = across;
    this.#atMost = new Float32Array(along.length);
  }

  bounds(probe: Float32Array): { scores: Float32Array; atMost: Float32Array } {
    const { scores, error } = this.#coarse.scores(probe);
    const onAxis = dotAt(probe, this.#axis, 0);
    const offAxis = Math.sqrt(Math.max(0, dot(probe, probe) - onAxis * onAxis));
    const atMost = this.#atMost;
    for (let s = 0; s < atMost.length; s++) {
      // Cauchy-Schwarz on probe and difference, each split along and across the axis.
      const spread =
        Math.abs(onAxis) * (this.#along[s] as number) + offAxis * (this.#across[s] as number);
      atMost[s] = (scores[s] as number) + error + spread;
    }
    return { scores, atMost };
  }
}
