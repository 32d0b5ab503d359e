import type { DescriptorModel } from './descriptor-model.ts';
import { norm } from './vector.ts';

/** Room for the rounding of a thousand float32 values, and for nothing else. */
const UNIT_TOLERANCE = 1e-3;

export type VectorProblem = 'dimension' | 'notFinite' | 'notUnitLength';

/** Why a vector that came from outside cannot be one of the model's; null: it can. */
export function vectorProblem(
  vector: Float32Array,
  model: Pick<DescriptorModel, 'dimension'>,
): VectorProblem | null {
  if (vector.length !== model.dimension) return 'dimension';
  if (!vector.every(Number.isFinite)) return 'notFinite';
  return Math.abs(norm(vector) - 1) > UNIT_TOLERANCE ? 'notUnitLength' : null;
}
