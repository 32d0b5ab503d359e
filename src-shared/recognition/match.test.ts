import { describe, expect, test } from 'vitest';
import { buildGallery, type Gallery } from './gallery.ts';
import { matchProbe } from './match.ts';
import { dot, l2Normalise } from './vector.ts';

/** Numbers that a seed fixes; a sum of six is close enough to normal. */
function normals(seed: number): () => number {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  return () => next() + next() + next() + next() + next() + next() - 3;
}

const DIMENSION = 1152;

/** Students as noisy copies of one own direction each, all around a shared one, as faces are. */
function madeUp(students: number, each: number, seed: number) {
  const normal = normals(seed);
  const vector = () => Float32Array.from({ length: DIMENSION }, normal);
  const shared = vector();
  const own = Array.from({ length: students }, vector);
  const view = (student: number) => {
    const noise = vector();
    return l2Normalise(
      noise.map((n, i) => 1.5 * (shared[i] ?? 0) + (own[student]?.[i] ?? 0) + 0.5 * n),
    );
  };
  const studentIds = Array.from({ length: students * each }, (_, row) => `s${row % students}`);
  const vectors = new Float32Array(studentIds.length * DIMENSION);
  studentIds.forEach((_, row) => {
    vectors.set(view(row % students), row * DIMENSION);
  });
  return { rows: { modelId: 'm', dimension: DIMENSION, studentIds, vectors }, view, vector };
}

function bruteForce(probe: Float32Array, { students, firstRow, vectors }: Gallery) {
  return students
    .map((studentId, s) => {
      const scores: number[] = [];
      for (let row = firstRow[s] ?? 0; row < (firstRow[s + 1] ?? 0); row++) {
        scores.push(dot(probe, vectors.subarray(row * DIMENSION, (row + 1) * DIMENSION)));
      }
      return { studentId, score: Math.max(...scores) };
    })
    .toSorted((a, b) => b.score - a.score);
}

describe('matching', () => {
  test('a small gallery is compared value by value', () => {
    const { rows, view } = madeUp(20, 3, 1);
    const gallery = buildGallery(rows);
    expect(gallery.index).toBeNull();
    const probe = view(7);
    expect(matchProbe(probe, gallery, 3)).toEqual(bruteForce(probe, gallery).slice(0, 3));
    expect(matchProbe(probe, gallery, 1)[0]?.studentId).toBe('s7');
  });

  // An odd number of rows, too: the index goes through them two at a time.
  test.each([400, 333])('%i students give the same answers through an index', (students) => {
    const { rows, view, vector } = madeUp(students, 3, 2);
    const gallery = buildGallery(rows, 500);
    expect(gallery.index).not.toBeNull();
    const probes = [
      ...[3, 77, students - 1].map(view),
      l2Normalise(vector()),
      l2Normalise(vector()),
    ];
    for (const probe of probes) {
      expect(matchProbe(probe, gallery)).toEqual(bruteForce(probe, gallery).slice(0, 2));
    }
  });

  test('the coarse error holds for every row', () => {
    const { rows, view } = madeUp(200, 3, 3);
    const gallery = buildGallery(rows, 500);
    const probe = view(50);
    const coarse = gallery.index?.scores(probe);
    expect(coarse?.error).toBeLessThan(0.01);
    for (let row = 0; row < 600; row++) {
      const exact = dot(probe, gallery.vectors.subarray(row * DIMENSION, (row + 1) * DIMENSION));
      const off = Math.abs(exact - (coarse?.scores[row] ?? 9));
      expect(off).toBeLessThanOrEqual(coarse?.error ?? 0);
    }
  });

  test('fewer students than asked for', () => {
    const { rows, view } = madeUp(1, 2, 4);
    expect(matchProbe(view(0), buildGallery(rows), 2)).toHaveLength(1);
    const nobody = { ...rows, studentIds: [], vectors: new Float32Array(0) };
    expect(matchProbe(view(0), buildGallery(nobody))).toEqual([]);
  });

  test('a probe of another size is refused', () => {
    const { rows } = madeUp(2, 2, 5);
    expect(() => matchProbe(new Float32Array(128), buildGallery(rows))).toThrow(RangeError);
    expect(() => buildGallery({ ...rows, vectors: new Float32Array(3) })).toThrow(RangeError);
  });
});
