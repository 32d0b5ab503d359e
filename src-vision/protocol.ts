import type { Pose } from '#shared/contract/enrolment.contract.ts';
import type { GalleryData } from '#shared/contract/gallery.ts';
import type { ChallengeStep, LivenessEvidence, LivenessPolicy } from '#shared/liveness/evidence.ts';
import type { CameraTrouble } from '#shared/recognition/camera-trouble.ts';
import type { Candidate } from '#shared/recognition/match.ts';
import type { FaceQuality } from './faces/quality.ts';
import type { PictureHealth } from './picture/camera-trouble.ts';

/** A rectangle as shares of the frame's width and height, 0 to 1, origin top left, not mirrored. */
export interface FractionBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What would make this face usable, in the order in which to say it. */
export type FaceHint =
  | 'comeCloser'
  | 'moveBack'
  | 'moreLight'
  | 'lessLight'
  | 'holdStill'
  | 'outOfFocus'
  | 'onePersonOnly'
  | 'lookAtCamera'
  | 'lookLeft'
  | 'lookRight'
  | 'lookUp'
  | 'smile'
  | 'blink'
  | 'turnHead';

/** What the worker thinks of one face at this frame. */
export type FaceState =
  | { kind: 'looking'; hint: FaceHint | null }
  | { kind: 'unknown' }
  | { kind: 'unsure'; candidates: readonly string[] }
  /** Identity is settled, life is not yet proven. */
  | { kind: 'proving'; studentId: string; hint: FaceHint | null }
  | { kind: 'suspect'; studentId: string | null }
  /** Settled and proposed to the main process. */
  | { kind: 'recognised'; studentId: string };

export interface FaceView {
  trackId: number;
  box: FractionBox;
  state: FaceState;
  /** The step of a strict challenge to be shown for this face, if one is under way. */
  challenge: { step: ChallengeStep; done: number; of: number; remainingMs: number } | null;
  /** What has been seen of its life so far, for self-tests and measurements. */
  evidence?: LivenessEvidence;
  /** For self-tests: what its picture is worth, and its nearest two students, best first. */
  quality?: FaceQuality | null;
  nearest?: readonly Candidate[];
}

/** One per frame looked at. */
export interface FrameReport {
  capturedAt: number;
  faces: readonly FaceView[];
  trouble: CameraTrouble | null;
  /** Milliseconds this frame took in the worker, and frames looked at in the last second. */
  tookMs: number;
  fps: number;
  /** What the runtime holds; flat unless something leaks. */
  memory?: { tensors: number; bytes: number };
  /** The picture as a whole; for self-tests. */
  picture?: PictureHealth | null;
}

/** A settled track, for the main process to decide upon. */
export interface Proposal {
  trackId: number;
  modelId: string;
  probe: Float32Array;
  votes: number;
  described: number;
  quality: number;
  evidence: LivenessEvidence;
  capturedAt: number;
}

/** Where a guided capture stands at this frame. */
export interface CaptureReport {
  pose: Pose;
  box: FractionBox | null;
  hint: FaceHint | null;
  /** 0 to 1: how long pose and quality have been right, of the time the shutter waits for. */
  progress: number;
  trouble: CameraTrouble | null;
}

/** One view taken. The picture lives in memory only, for the approval screen. */
export interface CapturedView {
  pose: Pose;
  vector: Float32Array;
  quality: number;
  capturedAt: number;
  picture: ImageBitmap;
}

/** The verdict on one still picture. */
export type StillResult =
  | {
      kind: 'face';
      vector: Float32Array;
      quality: number;
      pose: Pose;
      box: FractionBox;
      picture: ImageBitmap;
    }
  | {
      kind: 'refused';
      why:
        | 'noFace'
        | 'severalFaces'
        | 'tooSmall'
        | 'tooBlurred'
        | 'tooDark'
        | 'tooLarge'
        | 'unreadable';
    };

/** What a still picture with several large faces is worth: nothing, or its main face. */
export type SeveralFaces = 'refuse' | 'takeMain';

export type VisionMode =
  | { kind: 'idle' }
  /**
   * Three settings are for measurements. `steps` fixes the strict challenge; without it the steps are
   * random. `unhurried` leaves nothing out for want of time, so that the speed of the machine
   * does not matter to one who waits for each frame's report. `challengeAnybody` asks faces that
   * the gallery does not hold, too.
   */
  | {
      kind: 'session';
      policy: LivenessPolicy;
      steps?: readonly ChallengeStep[];
      challengeAnybody?: boolean;
      unhurried?: boolean;
    }
  /** Take views of one face in this pose until told otherwise. */
  | { kind: 'enrol'; pose: Pose };

export type Backend = 'webgl' | 'wasm';

export interface EngineInfo {
  backend: Backend;
  modelId: string;
  /** Milliseconds a frame took in the self-measurement, per backend tried. */
  measuredMs: Partial<Record<Backend, number>>;
  /** Why WebGL is not in use, if it is not. */
  fallbackReason: string | null;
}

/** From the page to the worker. */
export type VisionCommand =
  | { kind: 'start'; modelBaseUrl: string; backend: Backend | 'auto' }
  /** Frames to look at; the newest wins. Replaces the frames of before. */
  | { kind: 'frames'; readable: ReadableStream<VideoFrame> }
  | { kind: 'noFrames'; unplugged: boolean }
  | { kind: 'gallery'; gallery: GalleryData | null }
  | { kind: 'mode'; mode: VisionMode }
  /** The main process has answered a proposal; a track marked or refused for good is let rest. */
  | { kind: 'settled'; trackId: number; outcome: 'marked' | 'retry' | 'final' }
  | { kind: 'still'; requestId: number; picture: ImageBitmap; severalFaces: SeveralFaces };

/** From the worker to the page. */
export type VisionEvent =
  | { kind: 'started'; info: EngineInfo }
  | { kind: 'startFailed'; message: string }
  | { kind: 'frame'; report: FrameReport }
  | { kind: 'proposal'; proposal: Proposal }
  | { kind: 'capture'; report: CaptureReport }
  | { kind: 'captured'; view: CapturedView }
  | { kind: 'still'; requestId: number; result: StillResult }
  | { kind: 'trouble'; trouble: CameraTrouble }
  | { kind: 'troubleOver' }
  /** The graphics context is gone; the page starts a fresh worker on WASM. */
  | { kind: 'backendLost'; backend: Backend };
