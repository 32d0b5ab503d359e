import type { LivenessEvidence } from '#shared/liveness/evidence.ts';
import { eyeOpenings, gazeAcross, headPose, interOcular, lidOpenings } from '../faces/measure.ts';
import type { Eyes, FaceMesh } from '../faces/mesh.ts';
import { CutWatch } from '../picture/cut.ts';
import { BlinkWatch, type EyeSample, faceChange } from './blink.ts';
import { MotionWatch, rigidPoints } from './motion.ts';

/** What one frame shows of a face. */
export interface LivenessSample {
  /** Media time, milliseconds. */
  time: number;
  mesh: FaceMesh;
  eyes: Eyes;
  /** Mean absolute difference of the whole picture's luma to the frame before; null if unknown. */
  pictureChange: number | null;
}

/** Longer without a look than this, and what came before proves nothing about what comes after. */
const MAX_GAP_MS = 700;
/** A look vouches for this long: blinks take 100 to 300 ms, and between rarer looks some are missed. */
const WATCHED_A_LOOK_MS = 130;
const LOOKS_AT_CAMERA = { yaw: 22, gaze: 0.35 };
const MAX_SCORES = 15;
/**
 * A frame seen to move around the face this often within this time is a screen; nothing is said of
 * fewer looks than MIN.
 */
const CERTAIN_SCREEN = 3;
const SCREEN_MEMORY_MS = 4_000;
const MIN_SCREEN_LOOKS = 4;

/** Gathers the evidence of life of one continuous face. */
export class LivenessWatch {
  readonly #blinks = new BlinkWatch();
  readonly #motion = new MotionWatch();
  readonly #cuts = new CutWatch();
  #first: number | null = null;
  #watchedMs = 0;
  #firstBlinkMs: number | null = null;
  #last: EyeSample | null = null;
  #frames = 0;
  #towardsCamera = 0;
  readonly #real: number[] = [];
  readonly #live: number[] = [];
  #screenLooks = 0;
  #screenTimes: number[] = [];

  push({ time, mesh, eyes, pictureChange }: LivenessSample): void {
    const { points } = mesh;
    const sample: EyeSample = {
      time,
      mesh: eyeOpenings(points),
      lids: lidOpenings(eyes),
      face: rigidPoints(points),
      interOcular: interOcular(points),
    };
    if (this.#last && this.#isBroken(this.#last, sample, pictureChange)) this.cut();
    this.#first ??= time;
    if (this.#last) this.#watchedMs += Math.min(WATCHED_A_LOOK_MS, time - this.#last.time);
    this.#last = sample;
    this.#frames++;
    const { yaw } = headPose(points);
    const ahead = Math.abs(yaw) < LOOKS_AT_CAMERA.yaw;
    if (ahead && Math.abs(gazeAcross(eyes)) < LOOKS_AT_CAMERA.gaze) this.#towardsCamera++;
    if (this.#blinks.push(sample)) this.#firstBlinkMs ??= this.#watchedMs;
    this.#motion.push({ time, face: sample.face, interOcular: sample.interOcular, yaw });
  }

  #isBroken(before: EyeSample, now: EyeSample, pictureChange: number | null): boolean {
    const { shape } = faceChange(before, now);
    const isCut = pictureChange !== null && this.#cuts.push({ picture: pictureChange, shape });
    return isCut || now.time - before.time > MAX_GAP_MS;
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

  /** Whether a frame around the face was seen to move with it since the looks before. */
  pushScreen(time: number, frameMoved: boolean): void {
    this.#screenLooks++;
    // Once certain it stays: a hand that holds still for a while holds the same screen.
    if (this.#screenTimes.length >= CERTAIN_SCREEN) return;
    this.#screenTimes = this.#screenTimes.filter((past) => time - past < SCREEN_MEMORY_MS);
    if (frameMoved) this.#screenTimes.push(time);
  }

  get #screenCue(): number | null {
    const isEarly = this.#screenTimes.length === 0 && this.#screenLooks < MIN_SCREEN_LOOKS;
    return isEarly ? null : Math.min(1, this.#screenTimes.length / CERTAIN_SCREEN);
  }

  /** Whether a blink may be under way. */
  get isDipping(): boolean {
    return this.#blinks.isDipping;
  }

  evidence(challenge: LivenessEvidence['challenge']): LivenessEvidence {
    return {
      frames: this.#frames,
      durationMs: this.#first === null ? 0 : Math.max(0, (this.#last?.time ?? 0) - this.#first),
      blinks: this.#blinks.blinks.length,
      watchedMs: this.#watchedMs,
      firstBlinkMs: this.#firstBlinkMs,
      deepestDip: this.#blinks.deepestDip,
      nonPlanarMotion: this.#motion.nonPlanar,
      yawRange: this.#motion.yawRange,
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
