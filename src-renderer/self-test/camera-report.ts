import { CAPTURE_LIMITS } from '#vision/enrolment/capture.ts';
import { QUALITY_LIMITS } from '#vision/faces/quality.ts';
import { TROUBLE_LIMITS } from '#vision/picture/camera-trouble.ts';
import type { FrameReport } from '#vision/protocol.ts';
import { nearestFace } from './nearest-face.ts';

/** What one look at the picture measured. */
export interface CameraSample {
  tookMs: number;
  /** Pictures looked at in the last second. */
  fps: number;
  /** Luma of the face, or of the picture where there is no face, 0 to 255. */
  light: number;
  /** Share of the picture's pixels that are blown out. */
  blown: number;
  /** See `FaceQuality` and `PictureHealth`; the scales differ. */
  sharpness: { of: 'face' | 'picture'; value: number };
  /** Pixels between the eyes; null without a face. */
  interOcular: number | null;
}

/** A sample's middle values over a few seconds, and what the browser says of the camera. */
export interface CameraMeasurements extends CameraSample {
  width: number;
  height: number;
  /** Pictures in the last second, whether looked at or not. */
  cameraFps: number;
}

export type Level = 'good' | 'weak' | 'bad';

/** A verdict on one of the things measured; `finding` names the words for it. */
export type CameraFinding =
  | { measure: 'light'; level: Level; finding: 'good' | 'dim' | 'tooDark' | 'tooBright' }
  | { measure: 'sharpness'; level: Level; finding: 'good' | 'soft' | 'blurred' }
  | { measure: 'face'; level: Level; finding: 'good' | 'small' | 'tooSmall' | 'none' }
  | { measure: 'resolution'; level: Level; finding: 'good' | 'low' | 'tooLow' }
  | { measure: 'rate' | 'speed'; level: Level; finding: 'good' | 'slow' | 'tooSlow' };

/** Null while the engine has not measured the picture. */
export function sampleOf({ tookMs, fps, picture, faces }: FrameReport): CameraSample | null {
  if (!picture) return null;
  const quality = nearestFace(faces)?.quality ?? null;
  return {
    tookMs,
    fps,
    light: quality?.brightness ?? picture.mean,
    blown: picture.blown,
    sharpness: quality
      ? { of: 'face', value: quality.sharpness }
      : { of: 'picture', value: picture.sharpness },
    interOcular: quality?.interOcular ?? null,
  };
}

/** The middle of each value, so that one odd frame changes nothing; null of no samples. */
export function middleOf(samples: readonly CameraSample[]): CameraSample | null {
  const withFace = samples.filter(({ interOcular }) => interOcular !== null);
  const kept = withFace.length * 2 > samples.length ? withFace : withoutFace(samples);
  const [first] = kept;
  if (!first) return null;
  const middle = (pick: (sample: CameraSample) => number) => median(kept.map(pick));
  return {
    tookMs: middle(({ tookMs }) => tookMs),
    fps: middle(({ fps }) => fps),
    light: middle(({ light }) => light),
    blown: middle(({ blown }) => blown),
    sharpness: { of: first.sharpness.of, value: middle(({ sharpness }) => sharpness.value) },
    interOcular: first.interOcular === null ? null : middle(({ interOcular }) => interOcular ?? 0),
  };
}

function withoutFace(samples: readonly CameraSample[]): CameraSample[] {
  return samples.filter(({ interOcular }) => interOcular === null);
}

function median(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b);
  return rising[rising.length >> 1] ?? 0;
}

/** Between these and the engine's own limits, its quality score loses; see `assessQuality`. */
const FULL_LIGHT = 70;
const FULL_SHARPNESS = 0.12;
const FULL_GLARE = 195;
/** Lines of the picture: below the first a face two metres away is too small to recognise. */
const LINES = { few: 480, enough: 720 };
const CAMERA_FPS = { few: 10, enough: 20 };
/** Below eight a second blinks are missed; docs/recognition.md has the measurement. */
const LOOKED_FPS = { few: 4, enough: 8 };

/** Verdicts in the order in which to read them. */
export function findingsOf(measured: CameraMeasurements): CameraFinding[] {
  return [
    lightFinding(measured),
    sharpnessFinding(measured),
    faceFinding(measured.interOcular),
    resolutionFinding(measured.height),
    { measure: 'rate', ...speedOf(measured.cameraFps, CAMERA_FPS) },
    { measure: 'speed', ...speedOf(measured.fps, LOOKED_FPS) },
  ];
}

function lightFinding({ light, blown, interOcular }: CameraMeasurements): CameraFinding {
  const measure = 'light';
  const tooDark = interOcular === null ? TROUBLE_LIMITS.darkMean : QUALITY_LIMITS.minBrightness;
  if (light < tooDark) return { measure, level: 'bad', finding: 'tooDark' };
  if (light > QUALITY_LIMITS.maxBrightness || blown > TROUBLE_LIMITS.blownShare) {
    return { measure, level: 'bad', finding: 'tooBright' };
  }
  if (light > FULL_GLARE) return { measure, level: 'weak', finding: 'tooBright' };
  return light < FULL_LIGHT
    ? { measure, level: 'weak', finding: 'dim' }
    : { measure, level: 'good', finding: 'good' };
}

function sharpnessFinding({ sharpness: { of, value } }: CameraMeasurements): CameraFinding {
  const measure = 'sharpness';
  const limit = of === 'face' ? QUALITY_LIMITS.minSharpness : TROUBLE_LIMITS.blurredSharpness;
  if (value < limit) return { measure, level: 'bad', finding: 'blurred' };
  return of === 'face' && value < FULL_SHARPNESS
    ? { measure, level: 'weak', finding: 'soft' }
    : { measure, level: 'good', finding: 'good' };
}

function faceFinding(interOcular: number | null): CameraFinding {
  const measure = 'face';
  if (interOcular === null) return { measure, level: 'weak', finding: 'none' };
  if (interOcular < QUALITY_LIMITS.minInterOcular) {
    return { measure, level: 'bad', finding: 'tooSmall' };
  }
  return interOcular < CAPTURE_LIMITS.minInterOcular
    ? { measure, level: 'weak', finding: 'small' }
    : { measure, level: 'good', finding: 'good' };
}

function resolutionFinding(lines: number): CameraFinding {
  const measure = 'resolution';
  if (lines < LINES.few) return { measure, level: 'bad', finding: 'tooLow' };
  return lines < LINES.enough
    ? { measure, level: 'weak', finding: 'low' }
    : { measure, level: 'good', finding: 'good' };
}

function speedOf(
  fps: number,
  { few, enough }: { few: number; enough: number },
): { level: Level; finding: 'good' | 'slow' | 'tooSlow' } {
  if (fps < few) return { level: 'bad', finding: 'tooSlow' };
  return fps < enough ? { level: 'weak', finding: 'slow' } : { level: 'good', finding: 'good' };
}

/** The worst of the levels. */
export function overallLevel(findings: readonly CameraFinding[]): Level {
  if (findings.some(({ level }) => level === 'bad')) return 'bad';
  return findings.some(({ level }) => level === 'weak') ? 'weak' : 'good';
}
