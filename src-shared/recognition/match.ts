import type { Gallery } from './gallery.ts';
import { dotAt } from './vector.ts';

export interface Candidate {
  studentId: string;
  /** Cosine similarity of the probe with this student's nearest template, -1 to 1. */
  score: number;
}

/** The students nearest to a probe, best first; fewer than asked for in a small gallery. */
export function matchProbe(probe: Float32Array, gallery: Gallery, count = 2): Candidate[] {
  if (probe.length !== gallery.dimension) {
    throw new RangeError(`A probe of ${probe.length} values in a gallery of ${gallery.dimension}.`);
  }
  const best: Candidate[] = [];
  gallery.students.forEach((studentId, student) => {
    const score = studentScore(probe, gallery, student);
    const worst = best.at(-1);
    if (best.length === count && worst && score <= worst.score) return;
    insertSorted(best, { studentId, score }, count);
  });
  return best;
}

function studentScore(probe: Float32Array, gallery: Gallery, student: number): number {
  const { dimension, firstRow, vectors } = gallery;
  const end = firstRow[student + 1] as number;
  let score = -1;
  for (let row = firstRow[student] as number; row < end; row++) {
    score = Math.max(score, dotAt(probe, vectors, row * dimension));
  }
  return score;
}

function insertSorted(best: Candidate[], candidate: Candidate, count: number): void {
  const at = best.findIndex((other) => other.score < candidate.score);
  best.splice(at < 0 ? best.length : at, 0, candidate);
  if (best.length > count) best.pop();
}
