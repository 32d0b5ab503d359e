import type { NewTemplate } from '../contract/enrolment.contract.ts';

export const ENROLMENT_RULES = {
  /** Views from the camera, each from a moment of its own, for an enrolment by camera. */
  minCameraMoments: 5,
  /** Two views nearer in time than this are one moment: the picture has hardly changed. */
  momentMs: 100,
  /** Below this a picture gives nothing to recognise anyone by. */
  minQuality: 0.05,
} as const;

export type EnrolmentProblem = 'frontRequired' | 'tooFewMoments' | 'poorQuality';

/** Moments, so far apart that each shows something of its own. */
function distinctMoments(instants: readonly number[]): number {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const instant of instants.toSorted((a, b) => a - b)) {
    if (instant - last < ENROLMENT_RULES.momentMs) continue;
    last = instant;
    count += 1;
  }
  return count;
}

/**
 * Why a set of views is not enough to enrol a student; null: it is. Pictures from files may be
 * few and may lack a front view, because nobody can take more of them; a camera can.
 */
export function enrolmentProblem(
  views: readonly Pick<NewTemplate, 'pose' | 'source' | 'capturedAt' | 'quality'>[],
): EnrolmentProblem | null {
  if (views.some(({ quality }) => quality < ENROLMENT_RULES.minQuality)) return 'poorQuality';
  const byCamera = views.filter(({ source }) => source === 'camera');
  const hasFront = views.some(({ pose }) => pose === 'front');
  if (byCamera.length > 0 && !hasFront) return 'frontRequired';
  const moments = distinctMoments(byCamera.map(({ capturedAt }) => capturedAt));
  const enough = byCamera.length === 0 || moments >= ENROLMENT_RULES.minCameraMoments;
  return enough ? null : 'tooFewMoments';
}
