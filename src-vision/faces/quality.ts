import { transformPoint } from '../picture/geometry.ts';
import type { Pyramid } from '../picture/picture.ts';
import type { FaceHint } from '../protocol.ts';
import { type HeadPose, headPose, interOcular } from './measure.ts';
import type { FaceWindow } from './mesh.ts';
import { windowToPicture } from './mesh.ts';

/** What a face's picture is good for. */
export interface FaceQuality {
  /** Between the eyes, in picture pixels. */
  interOcular: number;
  /** Mean luma of the face, 0 to 255. */
  brightness: number;
  /** Mean absolute Laplacian of the face's luma at 96 pixels across, over its spread. */
  sharpness: number;
  pose: HeadPose;
  /** 0 to 1: what a template or a probe of this face is worth. */
  score: number;
}

/** Limits below which a face is not described. docs/recognition.md has the figures. */
export const QUALITY_LIMITS = {
  /** Pixels between the eyes: dlib's crop needs about 20 to be more than a blur. */
  minInterOcular: 18,
  minBrightness: 45,
  maxBrightness: 225,
  minSharpness: 0.05,
  maxYaw: 38,
  maxPitch: 30,
} as const;

const SIDE = 96;

export function assessQuality(
  pyramid: Pyramid,
  points: Float32Array,
  window: FaceWindow,
): FaceQuality {
  const { mean, spread, laplacian } = lumaStatistics(pyramid, window);
  const pose = headPose(points);
  const eyes = interOcular(points);
  const sharpness = laplacian / Math.max(spread, 8);
  const score =
    ramp(eyes, 14, 45) *
    ramp(sharpness, 0.02, 0.12) *
    ramp(mean, 25, 70) *
    ramp(255 - mean, 15, 60) *
    (1 - 0.6 * ramp(Math.abs(pose.yaw), 15, 50)) *
    (1 - 0.5 * ramp(Math.abs(pose.pitch), 15, 40));
  return { interOcular: eyes, brightness: mean, sharpness, pose, score };
}

/** 0 at `from` and below, 1 at `to` and above, straight between. */
function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** What stands in the way of describing this face, most important first; null if nothing does. */
export function qualityHint(quality: FaceQuality): FaceHint | null {
  const limits = QUALITY_LIMITS;
  if (quality.interOcular < limits.minInterOcular) return 'comeCloser';
  if (quality.brightness < limits.minBrightness) return 'moreLight';
  if (quality.brightness > limits.maxBrightness) return 'lessLight';
  if (quality.sharpness < limits.minSharpness) return 'outOfFocus';
  if (Math.abs(quality.pose.yaw) > limits.maxYaw) return 'lookAtCamera';
  if (Math.abs(quality.pose.pitch) > limits.maxPitch) return 'lookAtCamera';
  return null;
}

function lumaStatistics(pyramid: Pyramid, window: FaceWindow) {
  // The middle of the window: the face without the background around it.
  const face = { ...window, side: window.side / 1.6 };
  const luma = sampleLuma(pyramid, face);
  let sum = 0;
  let squares = 0;
  for (const value of luma) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / luma.length;
  const spread = Math.sqrt(Math.max(0, squares / luma.length - mean * mean));
  return { mean, spread, laplacian: meanLaplacian(luma) };
}

function sampleLuma(pyramid: Pyramid, window: FaceWindow): Float32Array {
  const toPicture = windowToPicture(window, SIDE);
  const depth = Math.max(0, Math.floor(Math.log2(window.side / SIDE) + 0.3));
  const { width, height, rgba } = pyramid.level(depth);
  const shrink = width / pyramid.base.width;
  const luma = new Float32Array(SIDE * SIDE);
  for (let i = 0; i < luma.length; i++) {
    const [px, py] = transformPoint(toPicture, (i % SIDE) + 0.5, Math.floor(i / SIDE) + 0.5);
    const x = Math.min(width - 1, Math.max(0, Math.floor(px * shrink)));
    const y = Math.min(height - 1, Math.max(0, Math.floor(py * shrink)));
    luma[i] = lumaAt(rgba, (y * width + x) * 4);
  }
  return luma;
}

/** Luma of ITU-R BT.601. */
function lumaAt(rgba: Uint8ClampedArray, at: number): number {
  return (
    0.299 * (rgba[at] as number) +
    0.587 * (rgba[at + 1] as number) +
    0.114 * (rgba[at + 2] as number)
  );
}

function meanLaplacian(luma: Float32Array): number {
  let sum = 0;
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const i = y * SIDE + x;
      const around =
        (luma[i - 1] as number) +
        (luma[i + 1] as number) +
        (luma[i - SIDE] as number) +
        (luma[i + SIDE] as number);
      sum += Math.abs(4 * (luma[i] as number) - around);
    }
  }
  return sum / ((SIDE - 2) * (SIDE - 2));
}
