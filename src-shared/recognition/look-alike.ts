import type { DescriptorModel } from './descriptor-model.ts';
import { dotAt, pool } from './vector.ts';

/** Views of one student, and the one probe that they make together. */
export interface Views {
  single: readonly Float32Array[];
  pooled: Float32Array;
}

/** @param vectors unit vectors, one at least */
export function viewsOf(vectors: readonly Float32Array[]): Views {
  return { single: vectors, pooled: pool(vectors) };
}

/**
 * How alike views are to another student's templates, as cosine similarities: at
 * `model.lookAlike.score` and above in `nearest`, the nearest two of both, they look alike; at
 * `model.duplicate` and above in `pooled`, the nearest template of the pooled views, they are taken
 * for one face.
 * @param face the other student's templates end to end, of the same model
 */
export function likenessTo(
  { single, pooled }: Views,
  face: Float32Array,
): { nearest: number; pooled: number } {
  let [nearest, ofPooled] = [-1, -1];
  for (let offset = 0; offset < face.length; offset += pooled.length) {
    ofPooled = Math.max(ofPooled, dotAt(pooled, face, offset));
    for (const view of single) nearest = Math.max(nearest, dotAt(view, face, offset));
  }
  return { nearest, pooled: ofPooled };
}

/** How alike two look-alikes are, as people say it. */
export type Likeness = 'some' | 'much' | 'twins';

/** By what recognition would make of one's view if it were the other's. */
export function likenessOf(score: number, model: DescriptorModel): Likeness {
  if (score >= model.duplicate) return 'twins';
  return score >= model.accept ? 'much' : 'some';
}
