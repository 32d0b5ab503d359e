import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { buildGallery, type Gallery } from '#shared/recognition/gallery.ts';
import type { Db } from '../db/database.ts';
import { type TemplateOfOther, templatesOfOthers } from './templates.queries.ts';

/** Templates compared at a time, so that a large school takes no more memory than a small one. */
const PAGE = 1_000;

/** Without indexes, which take longer to build than one comparison takes. */
export function plainGallery(
  rows: readonly Pick<TemplateOfOther, 'studentId' | 'vector'>[],
): Gallery {
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const vectors = new Float32Array(rows.length * dimension);
  for (const [row, { vector }] of rows.entries()) vectors.set(vector, row * dimension);
  const studentIds = rows.map(({ studentId }) => studentId);
  return buildGallery({ modelId, dimension, studentIds, vectors }, Number.POSITIVE_INFINITY);
}

/** The templates of everyone but this student, a page at a time; a student may be in two pages. */
export function* facesOfOthers(db: Db, studentId: string): Generator<Gallery> {
  const others = { studentId, modelId: DESCRIPTOR_MODEL.id };
  let after: string | null = null;
  for (;;) {
    const page: TemplateOfOther[] = templatesOfOthers(db, others, after, PAGE);
    if (page.length > 0) yield plainGallery(page);
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return;
  }
}
