import type { NewTemplate } from '#shared/contract/enrolment.contract.ts';
import type { LivenessEvidence } from '#shared/liveness/evidence.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { dot, l2Normalise } from '#shared/recognition/vector.ts';

/** Numbers in [0, 1) that a seed determines. Mulberry32, public domain, Tommy Ettinger 2017. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A vector of its own memory, at unit length. */
export function unit(values: ArrayLike<number>): Float32Array<ArrayBuffer> {
  return new Float32Array(l2Normalise(values));
}

/** The face of person number `person`: a unit vector, nearly orthogonal to everybody else's. */
export function faceOf(person: number): Float32Array<ArrayBuffer> {
  const random = seeded(person * 7919 + 1);
  const sum = () => random() + random() + random() + random() - 2;
  return unit(Float32Array.from({ length: DESCRIPTOR_MODEL.dimension }, sum));
}

/** A unit vector with this cosine similarity to `face`, and next to none to other faces. */
export function viewOf(
  face: Float32Array,
  similarity: number,
  seed = 1,
): Float32Array<ArrayBuffer> {
  const other = faceOf(1_000_000 + seed);
  const along = dot(other, face);
  const across = l2Normalise(other.map((value, i) => value - along * (face[i] as number)));
  const rest = Math.sqrt(1 - similarity * similarity);
  return unit(face.map((value, i) => similarity * value + rest * (across[i] as number)));
}

/** Five views from the camera as an enrolment takes them, the first exactly `face`. */
export function viewsFor(face: Float32Array<ArrayBuffer>, capturedAt = 0): NewTemplate[] {
  return [1, 0.95, 0.94, 0.93, 0.92].map((similarity, index) => ({
    pose: (['front', 'front', 'left', 'right', 'smile'] as const)[index] ?? 'front',
    quality: 0.8,
    source: 'camera' as const,
    capturedAt: capturedAt + index * 400,
    vector: similarity === 1 ? face : viewOf(face, similarity, index),
  }));
}

/** What a person shows who looks at the camera for two seconds and blinks. */
export const LIVE: LivenessEvidence = {
  frames: 20,
  durationMs: 2_000,
  blinks: 1,
  deepestDip: 0.5,
  nonPlanarMotion: 2,
  yawRange: 4,
  gazeToCamera: 0.9,
  realScore: null,
  liveScore: null,
  screenCue: 0,
  challenge: null,
};

/** What a photo shows that is waved before the camera for a long time. */
export const PHOTO: LivenessEvidence = {
  ...LIVE,
  frames: 200,
  durationMs: 20_000,
  blinks: 0,
  deepestDip: 0.9,
  nonPlanarMotion: 1.4,
};

/** What anybody shows who has only just come into view. */
export const NOT_YET: LivenessEvidence = { ...LIVE, frames: 3, durationMs: 200, blinks: 0 };
