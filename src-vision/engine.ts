import { assertNever } from '#shared/assert-never.ts';
import { buildGallery, type Gallery } from '#shared/recognition/gallery.ts';
import { EnrolmentWork } from './enrolment/enrolment.ts';
import { type Detection, detectFaces, regionFor } from './faces/detect.ts';
import { fitMeshes } from './faces/mesh.ts';
import { type Track, Tracker } from './faces/track.ts';
import { Pace } from './pace.ts';
import { TroubleWatch } from './picture/camera-trouble.ts';
import { type Frame, FrameSource } from './picture/source.ts';
import { describeStill } from './picture/still.ts';
import type { FaceView, VisionCommand, VisionEvent, VisionMode } from './protocol.ts';
import type { Describer } from './recognition/describe.ts';
import { SessionWork } from './session.ts';

type Post = (event: VisionEvent, transfer?: Transferable[]) => void;
type CommandOf<K extends VisionCommand['kind']> = Extract<VisionCommand, { kind: K }>;

/** While faces are followed by their meshes, the detector looks for new ones this often at most. */
const DETECT_EVERY_MS = 120;
const DETECT_SHARE = 0.2;

/** The stages in their order, frame after frame, in the mode asked for. */
export class Engine {
  readonly #describer: Describer;
  readonly #post: Post;
  readonly #tracker = new Tracker();
  #trouble = new TroubleWatch();
  readonly #source: FrameSource;
  #mode: VisionMode = { kind: 'idle' };
  #session: SessionWork | null = null;
  #enrolment: EnrolmentWork | null = null;
  #gallery: Gallery | null = null;
  #isUnplugged = false;
  #detections = 0;
  #pace = new Pace(DETECT_EVERY_MS, DETECT_SHARE);
  #detectedAt = Number.NEGATIVE_INFINITY;
  #ends: number[] = [];
  /** One network run at a time: a still picture waits for the frame under way. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(describer: Describer, post: Post) {
    this.#describer = describer;
    this.#post = post;
    this.#source = new FrameSource(() => this.#unplugged());
  }

  /** Looks at frames for as long as the worker lives. */
  async run(): Promise<never> {
    for (;;) {
      const frame = await this.#source.next();
      await this.#inTurn(() => this.#look(frame));
    }
  }

  frames(readable: ReadableStream<VideoFrame>): void {
    this.#startOver();
    this.#source.attach(readable);
    if (this.#isUnplugged || this.#trouble.current) this.#post({ kind: 'troubleOver' });
    this.#isUnplugged = false;
    this.#trouble = new TroubleWatch();
  }

  noFrames(unplugged: boolean): void {
    this.#source.detach();
    this.#startOver();
    if (unplugged) this.#unplugged();
  }

  setGallery({ gallery }: CommandOf<'gallery'>): void {
    this.#gallery = gallery && buildGallery(gallery);
    this.#session?.setGallery(this.#gallery);
  }

  setMode(mode: VisionMode): void {
    const goesOn = mode.kind === 'enrol' && this.#mode.kind === 'enrol';
    this.#mode = mode;
    if (goesOn) {
      this.#enrolment?.restart();
      return;
    }
    this.#startOver();
  }

  settle({ trackId, outcome }: CommandOf<'settled'>): void {
    this.#session?.settle(trackId, outcome);
  }

  async still({ requestId, picture, severalFaces }: CommandOf<'still'>): Promise<void> {
    const result = await this.#inTurn(() => describeStill(this.#describer, picture, severalFaces));
    picture.close();
    const transfer = result.kind === 'face' ? [result.picture] : [];
    this.#post({ kind: 'still', requestId, result }, transfer);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Forgets every face and every media time; the mode and the gallery stay. */
  #startOver(): void {
    this.#tracker.clear();
    this.#detections = 0;
    this.#detectedAt = Number.NEGATIVE_INFINITY;
    const isUnhurried = this.#mode.kind === 'session' && this.#mode.unhurried === true;
    this.#pace = new Pace(DETECT_EVERY_MS, isUnhurried ? Number.POSITIVE_INFINITY : DETECT_SHARE);
    this.#session = null;
    this.#enrolment = null;
    if (this.#mode.kind === 'session') {
      this.#session = new SessionWork(this.#describer, this.#tracker, this.#mode, (proposal) =>
        this.#post({ kind: 'proposal', proposal }),
      );
      this.#session.setGallery(this.#gallery);
    }
    if (this.#mode.kind === 'enrol') this.#enrolment = new EnrolmentWork(this.#describer);
  }

  #unplugged(): void {
    if (this.#isUnplugged) return;
    this.#isUnplugged = true;
    this.#post({ kind: 'trouble', trouble: 'unplugged' });
  }

  async #look(frame: Frame): Promise<void> {
    if (this.#mode.kind === 'idle') return;
    const begin = performance.now();
    this.#watchTrouble(frame);
    const tracks = await this.#follow(frame);
    switch (this.#mode.kind) {
      case 'session':
        return this.#inSession(frame, tracks, begin);
      case 'enrol':
        return this.#inEnrolment(frame, tracks, this.#mode.pose);
      default:
        return assertNever(this.#mode);
    }
  }

  #watchTrouble({ pyramid, mediaTime }: Frame): void {
    if (!this.#trouble.push(pyramid, mediaTime)) return;
    const { current } = this.#trouble;
    this.#post(current ? { kind: 'trouble', trouble: current } : { kind: 'troubleOver' });
  }

  async #follow({ pyramid, mediaTime }: Frame): Promise<Track[]> {
    const { networks } = this.#describer;
    const detections = this.#isDetectionDue(mediaTime)
      ? await this.#detect(pyramid, mediaTime)
      : null;
    const candidates = this.#tracker.candidates(detections);
    const meshes = await fitMeshes(
      networks,
      pyramid,
      candidates.map((candidate) => candidate.window),
    );
    return this.#tracker.update(candidates, meshes, mediaTime);
  }

  #isDetectionDue(now: number): boolean {
    return this.#tracker.tracks.length === 0 || now - this.#detectedAt >= this.#pace.everyMs;
  }

  #detect(pyramid: Frame['pyramid'], now: number): Promise<Detection[]> {
    this.#detectedAt = now;
    const region = regionFor(this.#detections++, pyramid.base);
    return this.#pace.time(() => detectFaces(this.#describer.networks, pyramid, region));
  }

  async #inSession(frame: Frame, tracks: readonly Track[], begin: number): Promise<void> {
    const faces =
      (await this.#session?.look(
        { ...frame, pictureChange: this.#trouble.health?.change ?? null },
        tracks,
      )) ?? [];
    this.#report(frame, faces, begin);
  }

  #report({ capturedAt }: Frame, faces: readonly FaceView[], begin: number): void {
    const end = performance.now();
    this.#ends = [...this.#ends.filter((past) => end - past < 1_000), end];
    const tookMs = end - begin;
    const { current: trouble, health: picture } = this.#trouble;
    const { numTensors: tensors, numBytes: bytes } = this.#describer.networks.tf.memory();
    const memory = { tensors, bytes };
    this.#post({
      kind: 'frame',
      report: { capturedAt, faces, trouble, tookMs, fps: this.#ends.length, memory, picture },
    });
  }

  async #inEnrolment(
    frame: Frame,
    tracks: readonly Track[],
    pose: Extract<VisionMode, { kind: 'enrol' }>['pose'],
  ): Promise<void> {
    const seen = await this.#enrolment?.look(frame, tracks, pose, this.#trouble.current);
    if (!seen) return;
    this.#post({ kind: 'capture', report: seen.report });
    if (seen.view) this.#post({ kind: 'captured', view: seen.view }, [seen.view.picture]);
  }
}
