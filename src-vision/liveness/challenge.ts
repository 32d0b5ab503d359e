import { assertNever } from '#shared/assert-never.ts';
import type { ChallengeStep, LivenessEvidence } from '#shared/liveness/evidence.ts';

/** What a challenge watches of a face, one frame at a time. Degrees and ratios. */
export interface ChallengeSample {
  /** Media time, milliseconds. */
  time: number;
  yaw: number;
  pitch: number;
  /** Blinks seen so far. */
  blinks: number;
  mouthWidth: number;
  interOcular: number;
}

export interface ChallengeView {
  step: ChallengeStep;
  done: number;
  of: number;
  remainingMs: number;
}

export const CHALLENGE_LIMITS = {
  perStepMs: 6_000,
  /** Nobody follows sooner: a movement already under way when the step appeared does not count. */
  reactionMs: 300,
  turn: 16,
  /** Turning this far the other way is the wrong answer. */
  wrongTurn: 20,
  lookUp: 11,
  smile: 1.12,
  closer: 1.3,
  /** Smiling, the head stays within this of where it was: a tilted face has a wider mouth, too. */
  smilePose: 9,
  /** How long, and in how many frames in a row, it must be shown: a passing nod is no answer. */
  holdMs: 300,
  holdFrames: 2,
} as const;

const ALL: readonly ChallengeStep[] = [
  'turnLeft',
  'turnRight',
  'lookUp',
  'blinkTwice',
  'smile',
  'comeCloser',
];

/** Two or three different steps in an order that nobody can foresee. */
export function randomSteps(random: () => number = secureRandom): ChallengeStep[] {
  const left = [...ALL];
  const count = 2 + Math.floor(random() * 2);
  return Array.from({ length: count }, () => {
    const [step] = left.splice(Math.floor(random() * left.length), 1);
    return step as ChallengeStep;
  });
}

/** 0 up to 1, from the browser's cryptographic source. */
function secureRandom(): number {
  const [value] = crypto.getRandomValues(new Uint32Array(1));
  return (value as number) / 2 ** 32;
}

/** One face following one challenge. A step that comes late or goes the wrong way ends it. */
export class Challenge {
  readonly #steps: readonly ChallengeStep[];
  #done = 0;
  #failed = false;
  #shownAt: number | null = null;
  /** The face as it was when the step appeared. */
  #neutral: ChallengeSample | null = null;
  #held = 0;
  #heldSince = 0;
  #now = 0;

  constructor(steps: readonly ChallengeStep[]) {
    this.#steps = steps;
  }

  get failed(): boolean {
    return this.#failed;
  }

  evidence(): NonNullable<LivenessEvidence['challenge']> {
    return { steps: [...this.#steps], completed: this.#done, outOfTime: this.#failed };
  }

  view(): ChallengeView | null {
    const step = this.#steps[this.#done];
    if (!step || this.#failed) return null;
    const waited = this.#shownAt === null ? 0 : this.#now - this.#shownAt;
    const remainingMs = Math.max(0, CHALLENGE_LIMITS.perStepMs - waited);
    return { step, done: this.#done, of: this.#steps.length, remainingMs };
  }

  push(sample: ChallengeSample): void {
    this.#now = sample.time;
    const step = this.#steps[this.#done];
    if (!step || this.#failed) return;
    if (!this.#neutral || this.#shownAt === null) {
      this.#begin(step, sample);
      return;
    }
    const waited = sample.time - this.#shownAt;
    if (waited > CHALLENGE_LIMITS.perStepMs || goesWrong(step, sample)) {
      this.#failed = true;
      return;
    }
    if (!shows(step, sample, this.#neutral)) this.#held = 0;
    else if (this.#held++ === 0) this.#heldSince = sample.time;
    if (waited >= CHALLENGE_LIMITS.reactionMs && this.#isHeld(step, sample.time)) this.#advance();
  }

  #isHeld(step: ChallengeStep, time: number): boolean {
    if (step === 'blinkTwice') return this.#held > 0;
    const { holdFrames, holdMs } = CHALLENGE_LIMITS;
    return this.#held >= holdFrames && time - this.#heldSince >= holdMs;
  }

  /** The continuous face is gone; whoever comes next cannot go on with it. */
  fail(): void {
    this.#failed = true;
  }

  /** A step begins from a face that does not show it yet. */
  #begin(step: ChallengeStep, sample: ChallengeSample): void {
    if (Math.abs(sample.yaw) > CHALLENGE_LIMITS.turn * 0.75) return;
    if (step === 'lookUp' && sample.pitch > CHALLENGE_LIMITS.lookUp * 0.75) return;
    this.#neutral = sample;
    this.#shownAt = sample.time;
  }

  #advance(): void {
    this.#done++;
    this.#held = 0;
    this.#neutral = null;
    this.#shownAt = null;
  }
}

function isPosedAs(now: ChallengeSample, neutral: ChallengeSample): boolean {
  const most = CHALLENGE_LIMITS.smilePose;
  return Math.abs(now.yaw - neutral.yaw) < most && Math.abs(now.pitch - neutral.pitch) < most;
}

function goesWrong(step: ChallengeStep, { yaw }: ChallengeSample): boolean {
  if (step === 'turnLeft') return yaw < -CHALLENGE_LIMITS.wrongTurn;
  if (step === 'turnRight') return yaw > CHALLENGE_LIMITS.wrongTurn;
  return Math.abs(yaw) > CHALLENGE_LIMITS.wrongTurn + 10;
}

function shows(step: ChallengeStep, now: ChallengeSample, neutral: ChallengeSample): boolean {
  const limits = CHALLENGE_LIMITS;
  switch (step) {
    case 'turnLeft':
      return now.yaw > limits.turn;
    case 'turnRight':
      return now.yaw < -limits.turn;
    case 'lookUp':
      return now.pitch - neutral.pitch > limits.lookUp;
    case 'blinkTwice':
      return now.blinks - neutral.blinks >= 2;
    case 'smile':
      return now.mouthWidth > limits.smile * neutral.mouthWidth && isPosedAs(now, neutral);
    case 'comeCloser':
      return now.interOcular > limits.closer * neutral.interOcular;
    default:
      return assertNever(step);
  }
}
