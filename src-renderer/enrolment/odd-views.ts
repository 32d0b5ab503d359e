import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { dot, pool } from '#shared/recognition/vector.ts';

/**
 * The views that do not look like the others: recognition itself would take them for nobody it
 * knows. Indices into `vectors`. Two views that differ are both odd; a single one never is.
 */
export function oddViews(vectors: readonly Float32Array[]): ReadonlySet<number> {
  if (vectors.length < 2) return new Set();
  return new Set(
    vectors.flatMap((vector, index) => {
      const others = pool(vectors.filter((_, other) => other !== index));
      return dot(vector, others) < DESCRIPTOR_MODEL.grey ? index : [];
    }),
  );
}
