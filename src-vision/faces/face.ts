import type { ChallengeStep, LivenessEvidence, LivenessPolicy } from '#shared/liveness/evidence.ts';
import { judgeLiveness, type LivenessVerdict } from '#shared/liveness/judge.ts';
import { Challenge } from '../liveness/challenge.ts';
import { LivenessWatch } from '../liveness/liveness.ts';
import type { FaceHint, FaceState, FaceView } from '../protocol.ts';
import { IdentityWatch } from '../recognition/identity.ts';
import { headPose, interOcular, mouthWidth } from './measure.ts';
import type { FaceQuality } from './quality.ts';
import { qualityHint } from './quality.ts';
import type { Track } from './track.ts';

/** Views before an unknown face is called unknown, and before an unsure one is asked about. */
const VIEWS_TO_DOUBT = 4;

/** A failed challenge may be tried again, with other steps, after a while and not for ever. */
const CHALLENGE_PAUSE_MS = 4_000;
const MAX_CHALLENGES = 3;

/** Everything known of one tracked face in a session. */
export class SessionFace {
  readonly track: Track;
  readonly identity = new IdentityWatch();
  readonly liveness = new LivenessWatch();
  challenge: Challenge | null = null;
  quality: FaceQuality | null = null;
  /** Media times of the last description and of the last weak scores. */
  describedAt = Number.NEGATIVE_INFINITY;
  scoredAt = Number.NEGATIVE_INFINITY;
  /** What was last proposed, and whether the main process has answered for good. */
  proposed: { key: string; at: number; answered: boolean } | null = null;
  resting = false;
  #challenges = 0;
  #challengedAt = 0;

  constructor(track: Track) {
    this.track = track;
  }

  verdict(policy: LivenessPolicy): LivenessVerdict {
    return judgeLiveness(this.evidence(), policy);
  }

  evidence(): LivenessEvidence {
    return this.liveness.evidence(this.challenge?.evidence() ?? null);
  }

  mayBeChallenged(time: number): boolean {
    if (!this.challenge) return true;
    const isOver = this.challenge.failed && this.#challenges < MAX_CHALLENGES;
    return isOver && time - this.#challengedAt >= CHALLENGE_PAUSE_MS;
  }

  beginChallenge(steps: readonly ChallengeStep[]): void {
    this.challenge = new Challenge(steps);
    this.#challenges++;
  }

  /** Feeds the challenge, if there is one, with this frame. */
  followChallenge(time: number): void {
    if (!this.challenge) return;
    if (!this.challenge.failed) this.#challengedAt = time;
    const { points } = this.track.mesh;
    const { yaw, pitch } = headPose(points);
    this.challenge.push({
      time,
      yaw,
      pitch,
      blinks: this.liveness.evidence(null).blinks,
      mouthWidth: mouthWidth(points),
      interOcular: interOcular(points),
    });
  }

  state(policy: LivenessPolicy): FaceState {
    const { decision, described } = this.identity;
    const looking: FaceState = {
      kind: 'looking',
      hint: this.quality ? qualityHint(this.quality) : null,
    };
    if (!decision) return looking;
    const verdict = this.verdict(policy);
    const studentId =
      decision.kind === 'match' || decision.kind === 'tooFewVotes' ? decision.studentId : null;
    if (verdict.verdict === 'suspect') return { kind: 'suspect', studentId };
    if (decision.kind === 'tooFewVotes') return looking;
    if (decision.kind === 'match') {
      return verdict.verdict === 'live'
        ? { kind: 'recognised', studentId: decision.studentId }
        : { kind: 'proving', studentId: decision.studentId, hint: hintFor(verdict) };
    }
    if (described < VIEWS_TO_DOUBT) return looking;
    return decision.kind === 'unsure'
      ? { kind: 'unsure', candidates: decision.candidates }
      : { kind: 'unknown' };
  }

  view(policy: LivenessPolicy, width: number, height: number): FaceView {
    const { box, id } = this.track;
    return {
      trackId: id,
      box: {
        x: box.x / width,
        y: box.y / height,
        width: box.width / width,
        height: box.height / height,
      },
      state: this.state(policy),
      challenge: this.challenge?.view() ?? null,
      evidence: this.evidence(),
      quality: this.quality,
      nearest: this.identity.nearest,
    };
  }
}

function hintFor(verdict: LivenessVerdict): FaceHint | null {
  if (verdict.verdict !== 'pending') return null;
  switch (verdict.need) {
    case 'lookAtCamera':
      return 'lookAtCamera';
    case 'blinkOrTurnHead':
      return 'blink';
    default:
      return null;
  }
}
