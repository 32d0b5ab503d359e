import { buildCoarseIndex, type CoarseIndex } from './coarse-index.ts';

/** Templates as they come from the database: row i of `vectors` belongs to `studentIds[i]`. */
export interface GalleryRows {
  modelId: string;
  dimension: number;
  studentIds: readonly string[];
  vectors: Float32Array;
  /** Pairs of students who look alike; none when absent. */
  lookAlikes?: readonly (readonly [string, string])[];
}

/** Parts of one gallery as one, in their order. @throws RangeError when there are none */
export function joinGallery(
  parts: readonly (Omit<GalleryRows, 'lookAlikes'> & { lookAlikes: [string, string][] })[],
): {
  modelId: string;
  dimension: number;
  studentIds: string[];
  vectors: Float32Array<ArrayBuffer>;
  lookAlikes: [string, string][];
} {
  const [first] = parts;
  if (!first) throw new RangeError('A gallery has one part at least.');
  const vectors = new Float32Array(parts.reduce((sum, part) => sum + part.vectors.length, 0));
  let at = 0;
  for (const part of parts) {
    vectors.set(part.vectors, at);
    at += part.vectors.length;
  }
  return {
    modelId: first.modelId,
    dimension: first.dimension,
    studentIds: parts.flatMap(({ studentIds }) => studentIds),
    vectors,
    lookAlikes: parts.flatMap(({ lookAlikes }) => lookAlikes),
  };
}

/** Templates grouped by student, each student's rows side by side in one array. */
export interface Gallery {
  modelId: string;
  dimension: number;
  /** Each student once. */
  students: readonly string[];
  /** Student s has the rows `firstRow[s]` to `firstRow[s + 1] - 1`. */
  firstRow: Uint32Array;
  vectors: Float32Array<ArrayBuffer>;
  /** For each student of a pair that looks alike, the others of this gallery. */
  lookAlikes: ReadonlyMap<string, readonly number[]>;
  /** Only for galleries so large that comparing every value takes too long. */
  index: CoarseIndex | null;
}

/** Rows from which an index is quicker than comparing every value. */
const INDEX_FROM = 2_000;

/**
 * Arranges templates for matching.
 * @param indexFrom rows from which the gallery gets its index
 * @throws RangeError when a gallery with an index has no multiple of 128 values in a row, or when `vectors` is not `studentIds.length * dimension` long
 */
export function buildGallery(rows: GalleryRows, indexFrom = INDEX_FROM): Gallery {
  const { dimension, studentIds } = rows;
  if (rows.vectors.length !== studentIds.length * dimension) {
    throw new RangeError(
      `${rows.vectors.length} values are not ${studentIds.length} vectors of ${dimension}.`,
    );
  }
  const rowsOf = Map.groupBy(studentIds.keys(), (row) => studentIds[row] as string);
  const vectors = new Float32Array(rows.vectors.length);
  const firstRow = new Uint32Array(rowsOf.size + 1);
  let next = 0;
  let student = 0;
  for (const own of rowsOf.values()) {
    firstRow[student++] = next;
    for (const row of own) {
      const from = row * dimension;
      vectors.set(rows.vectors.subarray(from, from + dimension), next * dimension);
      next++;
    }
  }
  firstRow[student] = next;
  const index = next < indexFrom ? null : buildCoarseIndex(vectors, dimension);
  const students = [...rowsOf.keys()];
  return {
    modelId: rows.modelId,
    dimension,
    students,
    firstRow,
    vectors,
    lookAlikes: lookAlikesIn(students, rows.lookAlikes ?? []),
    index,
  };
}

/** Places of look-alikes in `students`; pairs with somebody who is not there are left out. */
export function lookAlikesIn(
  students: readonly string[],
  pairs: readonly (readonly [string, string])[],
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  if (pairs.length === 0) return found;
  const placeOf = new Map(students.map((studentId, place) => [studentId, place]));
  for (const [one, other] of pairs) {
    const [onePlace, otherPlace] = [placeOf.get(one), placeOf.get(other)];
    if (onePlace === undefined || otherPlace === undefined) continue;
    found.set(one, [...(found.get(one) ?? []), otherPlace]);
    found.set(other, [...(found.get(other) ?? []), onePlace]);
  }
  return found;
}

/** @throws Error when the gallery's vectors are of another model */
export function assertSameModel(gallery: Pick<Gallery, 'modelId'>, model: { id: string }): void {
  if (gallery.modelId !== model.id) {
    throw new Error(`Vectors of ${gallery.modelId} cannot be compared with those of ${model.id}.`);
  }
}
