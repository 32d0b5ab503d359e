import { buildCentroidIndex, type CentroidIndex } from './centroid-index.ts';
import { buildCoarseIndex, type CoarseIndex } from './coarse-index.ts';

/** Templates as they come from the database: row i of `vectors` belongs to `studentIds[i]`. */
export interface GalleryRows {
  modelId: string;
  dimension: number;
  studentIds: readonly string[];
  vectors: Float32Array;
}

/** Templates grouped by student, each student's rows side by side in one array. */
export interface Gallery {
  modelId: string;
  dimension: number;
  /** Each student once. */
  students: readonly string[];
  /** Student s has the rows `firstRow[s]` to `firstRow[s + 1] - 1`. */
  firstRow: Uint32Array;
  vectors: Float32Array;
  /** Only for galleries so large that comparing every value takes too long. */
  index: { centroids: CentroidIndex; templates: CoarseIndex } | null;
}

/** Rows from which an index is quicker than comparing every value. */
const INDEX_FROM = 2_000;

/**
 * Arranges templates for matching.
 * @param indexFrom rows from which the gallery gets its indexes
 * @throws RangeError when a gallery with indexes has no multiple of 128 values in a row, or when `vectors` is not `studentIds.length * dimension` long
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
  const index =
    next < indexFrom
      ? null
      : {
          centroids: buildCentroidIndex(vectors, firstRow, dimension),
          templates: buildCoarseIndex(vectors, dimension),
        };
  return {
    modelId: rows.modelId,
    dimension,
    students: [...rowsOf.keys()],
    firstRow,
    vectors,
    index,
  };
}
