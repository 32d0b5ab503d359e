import type { LivenessEvidence } from '#shared/liveness/evidence.ts';
import { BlinkWatch } from './blink.ts';
import { eyeOpening, gazeAcross, headPose, interOcular } from './measure.ts';
import type { Eyes, FaceMesh } from './mesh.ts';
import { MotionWatch } from './motion.ts';

/** What one frame shows of a face. */
export interface LivenessSample {
  /** Media time, milliseconds. */
  time: number;
  mesh: FaceMesh;
  eyes: Eyes;
}

/** Longer without a look than this, and what came before proves nothing about what comes after. */
const MAX_GAP_MS = 700;
const LOOKS_AT_CAMERA = { yaw: 22, gaze: 0.35 };
const MAX_SCORES = 15;

/** Gathers the evidence of life of one continuous face. */
export class LivenessWatch {
  readonly #blinks = new BlinkWatch();
  readonly #motion = new MotionWatch();
  #first: number | null = null;
  #last = 0;
  #frames = 0;
  #towardsCamera = 0;
  #yaw: [number, number] = [0, 0];
  readonly #real: number[] = [];
  readonly #live: number[] = [];
  #screenCue = 0;

  push({ time, mesh, eyes }: LivenessSample): void {
    if (this.#first !== null && time - this.#last > MAX_GAP_MS) this.cut();
    this.#first ??= time;
    this.#last = time;
    this.#frames++;
    const pose = headPose(mesh.points);
    const gaze = gazeAcross(eyes);
    if (Math.abs(pose.yaw) < LOOKS_AT_CAMERA.yaw && Math.abs(gaze) < LOOKS_AT_CAMERA.gaze) {
      this.#towardsCamera++;
    }
    this.#yaw =
      this.#frames === 1
        ? [pose.yaw, pose.yaw]
        : [Math.min(this.#yaw[0], pose.yaw), Math.max(this.#yaw[1], pose.yaw)];
    this.#blinks.push({ time, opening: eyeOpening(mesh.points), yaw: pose.yaw, pitch: pose.pitch });
    this.#motion.push(time, mesh.points, interOcular(mesh.points));
  }

  /** The picture jumped though the face seems the same: nothing is compared across this point. */
  cut(): void {
    this.#blinks.cut();
    this.#motion.cut();
  }

  /** Human's two networks on this face, 0 to 1 each. */
  pushScores(real: number, live: number): void {
    keep(this.#real, real);
    keep(this.#live, live);
  }

  pushScreenCue(strength: number): void {
    this.#screenCue = strength;
  }

  evidence(challenge: LivenessEvidence['challenge']): LivenessEvidence {
    return {
      frames: this.#frames,
      durationMs: this.#first === null ? 0 : Math.max(0, this.#last - this.#first),
      blinks: this.#blinks.blinks.length,
      deepestDip: this.#blinks.deepestDip,
      nonPlanarMotion: this.#motion.nonPlanar,
      yawRange: this.#yaw[1] - this.#yaw[0],
      gazeToCamera: this.#frames === 0 ? 0 : this.#towardsCamera / this.#frames,
      realScore: median(this.#real),
      liveScore: median(this.#live),
      screenCue: this.#screenCue,
      challenge,
    };
  }
}

function keep(scores: number[], score: number): void {
  scores.push(Math.min(1, Math.max(0, score)));
  if (scores.length > MAX_SCORES) scores.shift();
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}
