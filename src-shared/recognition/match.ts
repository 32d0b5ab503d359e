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

/** Students who can reach the worst of those that look best, most promising first. */
function reaching(
  probe: Float32Array,
  gallery: Gallery,
  index: CoarseIndex,
  count: number,
): Possible[] {
  const { scores, error } = index.scores(probe);
  const ofStudent = bestOfEach(scores, gallery.firstRow);
  const least = leadersOf(ofStudent, count)
    .map((student) => studentScore(probe, gallery, student))
    .reduce((worst, score) => Math.min(worst, score), Number.POSITIVE_INFINITY);
  const possible: Possible[] = [];
  for (let student = 0; student < ofStudent.length; student++) {
    const atMost = (ofStudent[student] as number) + error;
    if (atMost >= least) possible.push({ student, atMost });
  }
  return possible.sort((a, b) => b.atMost - a.atMost);
}

/** Each student's highest score. */
function bestOfEach(scores: Float32Array, firstRow: Uint32Array): Float32Array {
  const best = new Float32Array(firstRow.length - 1);
  for (let student = 0; student < best.length; student++) {
    const end = firstRow[student + 1] as number;
    let score = -1;
    for (let row = firstRow[student] as number; row < end; row++) {
      const own = scores[row] as number;
      if (own > score) score = own;
    }
    best[student] = score;
  }
  return best;
}

/** The students of the `count` highest scores. */
function leadersOf(scores: Float32Array, count: number): number[] {
  const leaders: number[] = [];
  for (let student = 0; student < scores.length; student++) {
    const score = scores[student] as number;
    const worst = leaders.at(-1);
    if (leaders.length === count && score <= (scores[worst as number] as number)) continue;
    const at = leaders.findIndex((other) => (scores[other] as number) < score);
    leaders.splice(at < 0 ? leaders.length : at, 0, student);
    if (leaders.length > count) leaders.pop();
  }
  return leaders;
}

function insertSorted(best: Candidate[], candidate: Candidate, count: number): void {
  const at = best.findIndex((other) => other.score < candidate.score);
  best.splice(at < 0 ? best.length : at, 0, candidate);
  if (best.length > count) best.pop();
}
