import type { z } from 'zod';
import type { duplicateFaceSchema } from '#shared/contract/enrolment.contract.ts';
import { findDuplicateFace } from '#shared/recognition/decide.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { findLookAlikes } from '#shared/recognition/look-alike.ts';
import type { Candidate } from '#shared/recognition/match.ts';
import type { Db } from '../db/database.ts';
import { facesOfOthers } from './other-faces.ts';
import { requireStudent } from './student-rules.ts';

export type DuplicateFace = z.infer<typeof duplicateFaceSchema>;

function withNames(db: Db, { studentId, score }: Candidate): DuplicateFace {
  const { id, fullName, studentNumber, className } = requireStudent(db, studentId);
  return { studentId: id, fullName, studentNumber, className, score };
}

/** What these views of a student have in common with everybody else's faces. */
export interface Resemblance {
  /** The other student whose face these views show; null if nobody's. */
  duplicate: DuplicateFace | null;
  /** Those who look like the student, each once. */
  lookAlikes: Candidate[];
}

/** Compares views with the templates of everyone else, in one pass. */
export function compareWithOthers(
  db: Db,
  studentId: string,
  views: readonly Float32Array[],
): Resemblance {
  let duplicate: Candidate | null = null;
  const lookAlikes = new Map<string, Candidate>();
  for (const page of facesOfOthers(db, studentId)) {
    const found = findDuplicateFace(views, page, DESCRIPTOR_MODEL);
    if (found && found.score > (duplicate?.score ?? -1)) duplicate = found;
    for (const candidate of findLookAlikes(views, page, DESCRIPTOR_MODEL)) {
      const known = lookAlikes.get(candidate.studentId);
      if (!known || known.score < candidate.score) lookAlikes.set(candidate.studentId, candidate);
    }
  }
  return {
    duplicate: duplicate && withNames(db, duplicate),
    lookAlikes: [...lookAlikes.values()],
  };
}
