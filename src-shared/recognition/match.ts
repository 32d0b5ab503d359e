import type { CoarseIndex } from './coarse-index.ts';
import type { Gallery } from './gallery.ts';
import { dotAt } from './vector.ts';

export interface Candidate {
  studentId: string;
  /** Cosine similarity of the probe with this student's nearest template, -1 to 1. */
  score: number;
}

/**
 * The students nearest to a probe, best first; fewer than asked for in a small gallery. Exact: the
 * index of a large gallery only rules out students that cannot be among them.
 * @param probe unit vector
 * @throws RangeError when probe and gallery differ in dimension
 */
export function matchProbe(probe: Float32Array, gallery: Gallery, count = 2): Candidate[] {
  if (probe.length !== gallery.dimension) {
    throw new RangeError(`A probe of ${probe.length} values in a gallery of ${gallery.dimension}.`);
  }
  const { index, students } = gallery;
  const possible = index ? reaching(probe, gallery, index, count) : allOf(students.length);
  const best: Candidate[] = [];
  for (const { student, atMost } of possible) {
    // The most promising come first: when one cannot reach the leaders, none after it can.
    if (best.length === count && atMost < (best.at(-1) as Candidate).score) break;
    const score = studentScore(probe, gallery, student);
    insertSorted(best, { studentId: students[student] as string, score }, count);
  }
  return best;
}

/** A student and the highest score that is possible for them. */
interface Possible {
  student: number;
  atMost: number;
}

function allOf(count: number): Possible[] {
  return Array.from({ length: count }, (_, student) => ({ student, atMost: 2 }));
}

/** The score of the student in this place of the gallery: that of the nearest template. */
export function studentScore(probe: Float32Array, gallery: Gallery, student: number): number {
  const { dimension, firstRow, vectors } = gallery;
  const end = firstRow[student + 1] as number;
  let score = -1;
  for (let row = firstRow[student] as number; row < end; row++) {
    score = Math.max(score, dotAt(probe, vectors, row * dimension));
  }
  return score;
}

/** Students whose coarse score, at its best, reaches the worst that the leaders can have. */
function reaching(
  probe: Float32Array,
  { students, firstRow }: Gallery,
  coarse: CoarseIndex,
  count: number,
): Possible[] {
  const { scores, error } = coarse.scores(probe);
  const ofStudent = new Float32Array(students.length);
  const leaders = new Float32Array(count).fill(-1);
  for (let student = 0; student < ofStudent.length; student++) {
    const end = firstRow[student + 1] as number;
    let score = -1;
    for (let row = firstRow[student] as number; row < end; row++) {
      const own = scores[row] as number;
      if (own > score) score = own;
    }
    ofStudent[student] = score;
    if (score > (leaders[0] as number)) {
      leaders[0] = score;
      leaders.sort();
    }
  }
  const least = (leaders[0] as number) - 2 * error;
  const possible: Possible[] = [];
  for (let student = 0; student < ofStudent.length; student++) {
    const score = ofStudent[student] as number;
    if (score >= least) possible.push({ student, atMost: score + error });
  }
  return possible.sort((a, b) => b.atMost - a.atMost);
}

function insertSorted(best: Candidate[], candidate: Candidate, count: number): void {
  const at = best.findIndex((other) => other.score < candidate.score);
  best.splice(at < 0 ? best.length : at, 0, candidate);
  if (best.length > count) best.pop();
}
