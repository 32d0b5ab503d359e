import { assertNever } from '#shared/assert-never.ts';
import type { Pose } from '#shared/contract/enrolment.contract.ts';
import { type FaceQuality, qualityHint } from '../faces/quality.ts';
import type { FaceHint } from '../protocol.ts';

/** What the shutter looks at in one frame. */
export interface CaptureSample {
  /** Media time, milliseconds. */
  time: number;
  quality: FaceQuality;
  mouthWidth: number;
  /** Centre of the face in picture pixels. */
  x: number;
  y: number;
}

/** Degrees, ratios and milliseconds of a good view. */
export const CAPTURE_LIMITS = {
  frontYaw: 12,
  frontPitch: 14,
  turnFrom: 14,
  turnTo: 42,
  upFrom: 9,
  smile: 1.1,
  /** Mouth over eye distance that is a smile where no front view was taken before. */
  smileUnseen: 0.95,
  minInterOcular: 32,
  /** Inter-ocular distance over the picture's width: nearer than this the lens distorts. */
  maxShare: 0.28,
  /** Share of the inter-ocular distance that a still face drifts in 100 ms. */
  drift: 0.08,
  holdMs: 450,
  betweenMs: 350,
} as const;

/** Decides when a view of the pose asked for is worth taking. */
export class Shutter {
  #goodSince: number | null = null;
  #takenAt = Number.NEGATIVE_INFINITY;
  #last: CaptureSample | null = null;
  /** Mouth width and pitch of the front view, to measure a smile and a raised head against. */
  #neutral: { mouthWidth: number; pitch: number } | null = null;

  /** A new pose is asked for; what the front view taught stays. */
  restart(): void {
    this.#goodSince = null;
    this.#takenAt = Number.NEGATIVE_INFINITY;
  }

  /** Another person sits down. */
  forget(): void {
    this.restart();
    this.#neutral = null;
    this.#last = null;
  }

  /** @returns what to say, and how far the shutter is; `take` when now is the moment */
  push(
    pose: Pose,
    sample: CaptureSample,
    pictureWidth: number,
  ): { hint: FaceHint | null; progress: number; take: boolean } {
    const hint = this.#hint(pose, sample, pictureWidth);
    this.#last = sample;
    if (hint) {
      this.#goodSince = null;
      return { hint, progress: 0, take: false };
    }
    this.#goodSince ??= sample.time;
    const held = sample.time - this.#goodSince;
    const progress = Math.min(1, held / CAPTURE_LIMITS.holdMs);
    const take =
      held >= CAPTURE_LIMITS.holdMs && sample.time - this.#takenAt >= CAPTURE_LIMITS.betweenMs;
    return { hint: null, progress, take };
  }

  taken(pose: Pose, sample: CaptureSample): void {
    this.#takenAt = sample.time;
    if (pose === 'front') {
      this.#neutral = { mouthWidth: sample.mouthWidth, pitch: sample.quality.pose.pitch };
    }
  }

  #hint(pose: Pose, sample: CaptureSample, pictureWidth: number): FaceHint | null {
    const { quality } = sample;
    if (quality.interOcular < CAPTURE_LIMITS.minInterOcular) return 'comeCloser';
    if (quality.interOcular > CAPTURE_LIMITS.maxShare * pictureWidth) return 'moveBack';
    const trouble = qualityHint(quality);
    // A head turned as asked is no trouble.
    if (trouble && trouble !== 'lookAtCamera') return trouble;
    return this.#poseHint(pose, sample) ?? (this.#isMoving(sample) ? 'holdStill' : null);
  }

  #poseHint(pose: Pose, { quality, mouthWidth }: CaptureSample): FaceHint | null {
    const limits = CAPTURE_LIMITS;
    const { yaw } = quality.pose;
    const raised = quality.pose.pitch - (this.#neutral?.pitch ?? 0);
    const ahead = Math.abs(yaw) <= limits.frontYaw;
    const smiles = this.#neutral
      ? mouthWidth >= limits.smile * this.#neutral.mouthWidth
      : mouthWidth >= limits.smileUnseen;
    switch (pose) {
      case 'front':
        return ahead && Math.abs(raised) <= limits.frontPitch ? null : 'lookAtCamera';
      case 'left':
        return turnHint(yaw, 'lookLeft');
      case 'right':
        return turnHint(-yaw, 'lookRight');
      case 'up':
        if (!ahead) return 'lookAtCamera';
        return raised >= limits.upFrom ? null : 'lookUp';
      case 'smile':
        if (!ahead) return 'lookAtCamera';
        return smiles ? null : 'smile';
      default:
        return assertNever(pose);
    }
  }

  #isMoving(sample: CaptureSample): boolean {
    const last = this.#last;
    if (!last) return true;
    const elapsed = Math.max(1, sample.time - last.time);
    const moved = Math.hypot(sample.x - last.x, sample.y - last.y) / sample.quality.interOcular;
    return moved / (elapsed / 100) > CAPTURE_LIMITS.drift;
  }
}

function turnHint(turn: number, hint: FaceHint): FaceHint | null {
  if (turn > CAPTURE_LIMITS.turnTo) return 'lookAtCamera';
  return turn >= CAPTURE_LIMITS.turnFrom ? null : hint;
}
