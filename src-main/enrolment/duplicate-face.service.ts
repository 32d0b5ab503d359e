import type { z } from 'zod';
import type { duplicateFaceSchema } from '#shared/contract/enrolment.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { likenessTo, type Views, viewsOf } from '#shared/recognition/look-alike.ts';
import type { Candidate } from '#shared/recognition/match.ts';
import type { Db } from '../db/database.ts';
import { inSlices, type Pace } from '../slices.ts';
import { everyFace, facesVersion } from './known-faces.ts';
import { requireStudent } from './student-rules.ts';

export type DuplicateFace = z.infer<typeof duplicateFaceSchema>;

/** What some views of a student have in common with everybody else's faces. */
export interface Resemblance {
  /** The other student whose face these views show, with the best score; null if nobody's. */
  duplicate: Candidate | null;
  /** Those who look like the student, each once. */
  lookAlikes: readonly Candidate[];
  /** Of the faces compared with; see `isUpToDate`. */
  version: number;
}

/** @throws DomainError NOT_FOUND when the student has gone meanwhile */
export function withName(db: Db, { studentId, score }: Candidate): DuplicateFace {
  const { id, fullName, studentNumber, className } = requireStudent(db, studentId);
  return { studentId: id, fullName, studentNumber, className, score };
}

/** Nobody's templates have changed since. @param db the open register itself, not a transaction on it */
export function isUpToDate(db: Db, { version }: Resemblance): boolean {
  return version === facesVersion(db);
}

/**
 * Compares views with the templates of everyone else, in slices between other work.
 * @param spared students who need not be compared with
 */
export async function compareWithOthers(
  db: Db,
  studentId: string,
  vectors: readonly Float32Array[],
  { pace = inSlices(), spared }: { pace?: Pace; spared?: ReadonlySet<string> } = {},
): Promise<Resemblance> {
  const views: Views = viewsOf(vectors);
  const { faces, version } = await everyFace(db, pace);
  const lookAlikes: Candidate[] = [];
  let duplicate: Candidate | null = null;
  for (const [otherId, face] of faces) {
    if (otherId === studentId || spared?.has(otherId)) continue;
    const { nearest, pooled } = likenessTo(views, face);
    if (nearest >= DESCRIPTOR_MODEL.lookAlike.score) {
      lookAlikes.push({ studentId: otherId, score: nearest });
    }
    if (pooled >= DESCRIPTOR_MODEL.duplicate && pooled > (duplicate?.score ?? -1)) {
      duplicate = { studentId: otherId, score: pooled };
    }
    await pace();
  }
  return { duplicate, lookAlikes, version };
}
