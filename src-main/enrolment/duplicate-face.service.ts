import type { z } from 'zod';
import type { duplicateFaceSchema } from '#shared/contract/enrolment.contract.ts';
import { findDuplicateFace } from '#shared/recognition/decide.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { buildGallery } from '#shared/recognition/gallery.ts';
import type { Candidate } from '#shared/recognition/match.ts';
import type { Db } from '../db/database.ts';
import { requireStudent } from './student-rules.ts';
import { type TemplateOfOther, templatesOfOthers } from './templates.queries.ts';

/** Templates compared at a time, so that a large school takes no more memory than a small one. */
const PAGE = 1_000;

export type DuplicateFace = z.infer<typeof duplicateFaceSchema>;

function galleryOf(page: readonly TemplateOfOther[]) {
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const vectors = new Float32Array(page.length * dimension);
  for (const [row, { vector }] of page.entries()) vectors.set(vector, row * dimension);
  return buildGallery({
    modelId,
    dimension,
    studentIds: page.map(({ studentId }) => studentId),
    vectors,
  });
}

function nearest(db: Db, studentId: string, views: readonly Float32Array[]): Candidate | null {
  const others = { studentId, modelId: DESCRIPTOR_MODEL.id };
  let best: Candidate | null = null;
  let after: string | null = null;
  for (;;) {
    const page: TemplateOfOther[] = templatesOfOthers(db, others, after, PAGE);
    const found = findDuplicateFace(views, galleryOf(page), DESCRIPTOR_MODEL);
    if (found && found.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = found;
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return best;
  }
}

/** The other student whose face these views show; null if nobody's. */
export function duplicateOf(
  db: Db,
  studentId: string,
  views: readonly Float32Array[],
): DuplicateFace | null {
  const found = nearest(db, studentId, views);
  if (!found) return null;
  const { id, fullName, studentNumber, className } = requireStudent(db, found.studentId);
  return { studentId: id, fullName, studentNumber, className, score: found.score };
}
