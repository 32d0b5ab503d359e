import type { DescriptorModel } from './descriptor-model.ts';
import { assertSameModel, type Gallery } from './gallery.ts';
import { type Candidate, studentScore } from './match.ts';

/**
 * The students who look like the one whose templates these are, most alike first: those whose
 * nearest template reaches `model.lookAlike.score` with one of them.
 * @param views unit vectors of one student
 * @param gallery templates of other students, of the same model
 * @throws Error when the gallery is of another model
 */
export function findLookAlikes(
  views: readonly Float32Array[],
  gallery: Gallery,
  model: DescriptorModel,
): Candidate[] {
  assertSameModel(gallery, model);
  const found: Candidate[] = [];
  gallery.students.forEach((studentId, student) => {
    const scores = views.map((view) => studentScore(view, gallery, student));
    const score = Math.max(...scores);
    if (score >= model.lookAlike.score) found.push({ studentId, score });
  });
  return found.toSorted((a, b) => b.score - a.score);
}

/** How alike two look-alikes are, as people say it. */
export type Likeness = 'some' | 'much' | 'twins';

/** By what recognition would make of one's view if it were the other's. */
export function likenessOf(score: number, model: DescriptorModel): Likeness {
  if (score >= model.duplicate) return 'twins';
  return score >= model.accept ? 'much' : 'some';
}
