import { z } from 'zod';

/** How much proof of life a session asks for. `off` is for admins, loud, and written on every mark. */
export const livenessPolicySchema = z.enum(['off', 'standard', 'strict']);
export type LivenessPolicy = z.infer<typeof livenessPolicySchema>;

/** One step of a random challenge. */
export const challengeStepSchema = z.enum([
  'turnLeft',
  'turnRight',
  'lookUp',
  'blinkTwice',
  'smile',
  'comeCloser',
]);
export type ChallengeStep = z.infer<typeof challengeStepSchema>;

/**
 * What was observed of one continuous face, from its first frame to now. Plain numbers, so
 * that the main process can judge them again and keep them with the mark.
 */
export const livenessEvidenceSchema = z.object({
  /** Frames with a usable mesh, and the time they span in milliseconds. */
  frames: z.number().int().nonnegative(),
  durationMs: z.number().nonnegative(),
  /** Short dips of the eye opening against the person's own running median. */
  blinks: z.number().int().nonnegative(),
  /** Of that time, what was watched closely enough to see a blink; less on a slow machine. */
  watchedMs: z.number().nonnegative().optional(),
  /** Watched time up to the first blink; null without one. */
  firstBlinkMs: z.number().nonnegative().nullable().optional(),
  /** Lowest eye opening of a dip, as a share of the running median; 1 means none. */
  deepestDip: z.number().min(0).max(2),
  /** Mean homography residual between two views, percent of the inter-ocular distance, sustained maximum. */
  nonPlanarMotion: z.number().nonnegative(),
  /** Degrees between the furthest left and right the head was turned. */
  yawRange: z.number().nonnegative(),
  /** Share of frames in which the eyes looked towards the camera, 0 to 1. */
  gazeToCamera: z.number().min(0).max(1),
  /** Medians of Human's two networks, 0 to 1; weak evidence only. Null while not measured. */
  realScore: z.number().min(0).max(1).nullable(),
  liveScore: z.number().min(0).max(1).nullable(),
  /** How often a screen's frame was seen to move around the face, 0 to 1. Null while not measured. */
  screenCue: z.number().min(0).max(1).nullable(),
  challenge: z
    .object({
      steps: z.array(challengeStepSchema),
      completed: z.number().int().nonnegative(),
      outOfTime: z.boolean(),
    })
    .nullable(),
});
export type LivenessEvidence = z.infer<typeof livenessEvidenceSchema>;
