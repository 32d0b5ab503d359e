import type { ChallengeStep, LivenessPolicy } from '#shared/liveness/evidence.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { Gallery } from '#shared/recognition/gallery.ts';
import { SessionFace } from './faces/face.ts';
import { findEyes } from './faces/mesh.ts';
import { assessQuality, qualityHint } from './faces/quality.ts';
import type { Track, Tracker } from './faces/track.ts';
import { randomSteps } from './liveness/challenge.ts';
import { ScreenWatch } from './liveness/screen-watch.ts';
import { weakScores } from './liveness/weak-scores.ts';
import { Pace } from './pace.ts';
import type { Frame } from './picture/source.ts';
import type { FaceView, Proposal } from './protocol.ts';
import { beginDescription, type Describer } from './recognition/describe.ts';

/** Milliseconds between two descriptions, and the share of the time that they may take. */
const DESCRIBE_EVERY_MS = 220;
const DESCRIBE_SHARE = 0.4;
/** A decided face is described again this often, to notice somebody else in its place. */
const VERIFY_EVERY_MS = 2_000;
/** Views after which an undecided face is looked at as rarely as a decided one. */
const VIEWS_TO_GIVE_UP = 10;
const SCORE_EVERY_MS = 600;
const SCORE_SHARE = 0.05;
/** Descriptions wait this long at most for closing eyes to open. */
const DIP_PATIENCE_MS = 900;
/** A proposal that was answered with "retry" is made again after this long. */
const RETRY_AFTER_MS = 1_500;
const RECHECK_RESTING_MS = 3_000;

/** A frame and how much it differs from the one before; see `PictureHealth.change`. */
export interface SeenFrame extends Frame {
  pictureChange: number | null;
}

export interface SessionSettings {
  policy: LivenessPolicy;
  /** A fixed challenge, for measurements; random when absent. */
  steps?: readonly ChallengeStep[];
  /** In strict mode: faces that nobody knows are challenged, too; for measurements. */
  challengeAnybody?: boolean;
  /** Describes at the intervals meant, however long it takes; for measurements. */
  unhurried?: boolean;
}

/** A register being taken: who each face is, whether it lives, and what to propose. */
export class SessionWork {
  readonly #describer: Describer;
  readonly #tracker: Tracker;
  readonly #settings: SessionSettings;
  readonly #propose: (proposal: Proposal) => void;
  readonly #faces = new Map<number, SessionFace>();
  #gallery: Gallery | null = null;
  #turn = 0;
  #describedAt = Number.NEGATIVE_INFINITY;
  readonly #pace: Pace;
  readonly #screens: ScreenWatch;
  readonly #scorePace: Pace;
  #begun: { face: SessionFace; finish: () => Promise<Float32Array> } | null = null;

  constructor(
    describer: Describer,
    tracker: Tracker,
    settings: SessionSettings,
    propose: (proposal: Proposal) => void,
  ) {
    this.#describer = describer;
    this.#tracker = tracker;
    this.#settings = settings;
    const share = (limit: number) => (settings.unhurried ? Number.POSITIVE_INFINITY : limit);
    this.#pace = new Pace(0, share(DESCRIBE_SHARE));
    this.#scorePace = new Pace(SCORE_EVERY_MS, share(SCORE_SHARE));
    this.#screens = new ScreenWatch(settings.unhurried);
    this.#propose = propose;
  }

  setGallery(gallery: Gallery | null): void {
    this.#gallery = gallery;
    for (const face of this.#faces.values()) face.identity.match(gallery);
  }

  settle(trackId: number, outcome: 'marked' | 'retry' | 'final'): void {
    const face = this.#faces.get(trackId);
    if (!face?.proposed) return;
    face.proposed.answered = true;
    if (outcome !== 'retry') face.resting = true;
  }

  /** Looks at the tracks seen in this frame. */
  async look(frame: SeenFrame, tracks: readonly Track[]): Promise<FaceView[]> {
    this.#forgetLost();
    const faces = tracks.map((track) => this.#faceOf(track));
    await this.#watchLife(frame, faces);
    this.#watchScreens(frame, faces);
    await this.#describeOne(frame, faces);
    await this.#scoreOne(frame, faces);
    const { width, height } = frame.pyramid.base;
    for (const face of faces) this.#consider(face, frame);
    return faces.map((face) => face.view(this.#settings.policy, width, height));
  }

  #forgetLost(): void {
    const alive = new Set(this.#tracker.tracks.map((track) => track.id));
    for (const id of this.#faces.keys()) if (!alive.has(id)) this.#faces.delete(id);
  }

  #faceOf(track: Track): SessionFace {
    const known = this.#faces.get(track.id);
    if (known) return known;
    const face = new SessionFace(track);
    this.#faces.set(track.id, face);
    return face;
  }

  async #watchLife(
    { pyramid, mediaTime, pictureChange }: SeenFrame,
    faces: readonly SessionFace[],
  ): Promise<void> {
    const watched = faces.filter((face) => !face.resting);
    const meshes = watched.map((face) => face.track.mesh);
    const eyes = await findEyes(this.#describer.networks, pyramid, meshes);
    watched.forEach((face, i) => {
      const { mesh } = face.track;
      const found = eyes[i];
      if (!found) return;
      face.liveness.push({ time: mediaTime, mesh, eyes: found, pictureChange });
      face.quality = assessQuality(pyramid, mesh.points, mesh.window);
      if (this.#settings.policy === 'strict') this.#challenge(face, faces, mediaTime);
    });
  }

  #watchScreens({ pyramid, mediaTime }: SeenFrame, faces: readonly SessionFace[]): void {
    const watched = faces.filter((face) => !face.resting);
    const boxes = watched.map((face) => face.track.box);
    const found = this.#screens.look(pyramid, mediaTime, boxes);
    found?.forEach((moved, i) => {
      watched[i]?.liveness.pushScreen(mediaTime, moved);
    });
  }

  /** In strict mode the nearest recognised face is challenged, one at a time. */
  #challenge(face: SessionFace, all: readonly SessionFace[], time: number): void {
    if (this.#isToBeChallenged(face) && face.mayBeChallenged(time)) {
      const busy = all.some((other) => other !== face && other.challenge?.view());
      if (!busy) face.beginChallenge(this.#settings.steps ?? randomSteps());
    }
    face.followChallenge(time);
  }

  #isToBeChallenged({ identity }: SessionFace): boolean {
    if (this.#settings.challengeAnybody) return identity.described >= DESCRIPTOR_MODEL.minVotes;
    return identity.decision?.kind === 'match';
  }

  /**
   * At most half a description a frame, so that the eyes are not left unwatched for long; and none
   * while eyes are closing, so that their opening is seen.
   */
  async #describeOne(frame: Frame, faces: readonly SessionFace[]): Promise<void> {
    const { mediaTime } = frame;
    const since = mediaTime - this.#describedAt;
    if (since < this.#pace.everyMs) return;
    if (since < DIP_PATIENCE_MS && faces.some((face) => face.liveness.isDipping)) return;
    const begun = this.#begun;
    if (begun) {
      this.#begun = null;
      this.#describedAt = mediaTime;
      const vector = await this.#pace.time(begun.finish);
      if (this.#faces.get(begun.face.track.id) === begun.face) this.#learn(begun.face, vector);
      return;
    }
    const face = mostUrgent(faces, mediaTime);
    if (face) await this.#beginDescribing(face, frame);
  }

  async #beginDescribing(face: SessionFace, { pyramid, mediaTime }: Frame): Promise<void> {
    // Plain and mirrored views take turns; the pool averages them.
    const views = this.#turn++ % 2 === 0 ? 'plain' : 'mirrored';
    const { points } = face.track.mesh;
    const finish = await this.#pace.time(() =>
      beginDescription(this.#describer, pyramid, points, views),
    );
    face.describedAt = mediaTime;
    this.#describedAt = mediaTime;
    this.#begun = { face, finish };
  }

  #learn(face: SessionFace, vector: Float32Array): void {
    if (!face.identity.add(vector, face.quality?.score ?? 0)) {
      // Somebody else stepped in: nothing known of this track holds for them.
      this.#faces.delete(face.track.id);
      this.#tracker.renew(face.track);
      return;
    }
    face.identity.match(this.#gallery);
  }

  async #scoreOne({ pyramid, mediaTime }: Frame, faces: readonly SessionFace[]): Promise<void> {
    const face = faces.find(
      (candidate) =>
        !candidate.resting && mediaTime - candidate.scoredAt >= this.#scorePace.everyMs,
    );
    if (!face) return;
    face.scoredAt = mediaTime;
    const { networks } = this.#describer;
    const { real, live } = await this.#scorePace.time(() =>
      weakScores(networks, pyramid, face.track.mesh.window),
    );
    face.liveness.pushScores(real, live);
  }

  /** Proposes when what is to be said of this face has changed, or a retry is due. */
  #consider(face: SessionFace, { capturedAt, mediaTime }: Frame): void {
    const state = face.state(this.#settings.policy);
    const live = face.verdict(this.#settings.policy).verdict === 'live';
    const ripe =
      state.kind === 'recognised' ||
      state.kind === 'suspect' ||
      ((state.kind === 'unsure' || state.kind === 'unknown') && live);
    const probe = face.identity.probe();
    if (!ripe || !probe || face.resting) return;
    const key = JSON.stringify(
      state.kind === 'unsure' ? { ...state, candidates: state.candidates.toSorted() } : state,
    );
    // Only a mark is worth asking for twice; a doubt is said once.
    const again =
      state.kind === 'recognised' &&
      face.proposed?.answered === true &&
      mediaTime - face.proposed.at >= RETRY_AFTER_MS;
    if (face.proposed?.key === key && !again) return;
    face.proposed = { key, at: mediaTime, answered: false };
    this.#propose({
      trackId: face.track.id,
      modelId: DESCRIPTOR_MODEL.id,
      probe,
      votes: face.identity.votes,
      described: Math.max(face.identity.voters, 1),
      quality: face.identity.quality,
      evidence: face.evidence(),
      capturedAt,
    });
  }
}

function mostUrgent(faces: readonly SessionFace[], time: number): SessionFace | undefined {
  return faces
    .filter((face) => time - face.describedAt >= describeInterval(face))
    .filter((face) => face.quality && qualityHint(face.quality) === null)
    .toSorted((a, b) => urgency(a) - urgency(b) || a.describedAt - b.describedAt)[0];
}

/** Faces on their way to a decision come first, then new ones, then those looked at again. */
function urgency({ identity }: SessionFace): number {
  if (identity.described === 0) return 1;
  return identity.described < DESCRIPTOR_MODEL.minVotes ? 0 : 2;
}

function describeInterval({ resting, identity }: SessionFace): number {
  if (resting) return RECHECK_RESTING_MS;
  const isSettled = identity.decision?.kind === 'match' || identity.described >= VIEWS_TO_GIVE_UP;
  return isSettled ? VERIFY_EVERY_MS : DESCRIBE_EVERY_MS;
}
