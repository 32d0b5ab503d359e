import type { EyeContour, Eyes } from './mesh.ts';

/** Where the head points, in degrees. Positive yaw: the subject turns to the subject's left. */
export interface HeadPose {
  yaw: number;
  /** Positive: looking up. */
  pitch: number;
  roll: number;
}

/** What the mesh reads for faces that look straight ahead: mean over portraits. */
const NEUTRAL_PITCH = 8;
const RIGHT_EYE = [33, 160, 158, 133, 153, 144] as const;
const LEFT_EYE = [362, 385, 387, 263, 373, 380] as const;

/**
 * Eye opening, right and left, as the eye aspect ratio of Soukupova and Cech (2016). Open eyes
 * read 0.20 to 0.35 on this mesh, depending on the person.
 */
export function eyeOpenings(points: Float32Array): [number, number] {
  return [aspectRatio(points, RIGHT_EYE), aspectRatio(points, LEFT_EYE)];
}

function aspectRatio(
  points: Float32Array,
  eye: readonly [number, number, number, number, number, number],
) {
  const [outer, top1, top2, inner, bottom2, bottom1] = eye;
  const height = distance(points, top1, bottom1) + distance(points, top2, bottom2);
  return height / (2 * distance(points, outer, inner));
}

/** Eye opening, right and left, from the iris network's lid contour: lid distance over eye width. */
export function lidOpenings(eyes: Eyes): [number, number] {
  return [lidRatio(eyes.right), lidRatio(eyes.left)];
}

function lidRatio({ lids }: EyeContour): number {
  const gap = (lower: number, upper: number) =>
    Math.hypot(at(lids, lower, 0) - at(lids, upper, 0), at(lids, lower, 1) - at(lids, upper, 1));
  const width = gap(0, 8);
  // Lower lid 0 to 8, upper lid 9 to 15, both from corner to corner.
  return (gap(3, 11) + gap(4, 12) + gap(5, 13)) / (3 * width);
}

const at = (pairs: Float32Array, i: number, c: number) => pairs[2 * i + c] as number;

/** Distance between the pupils' sockets (eye centres), in picture pixels. */
export function interOcular(points: Float32Array): number {
  const x = (mid(points, 33, 133, 0) - mid(points, 362, 263, 0)) as number;
  const y = (mid(points, 33, 133, 1) - mid(points, 362, 263, 1)) as number;
  return Math.hypot(x, y);
}

function mid(points: Float32Array, i: number, j: number, c: number): number {
  return ((points[3 * i + c] as number) + (points[3 * j + c] as number)) / 2;
}

/** Head pose from the mesh's own depth: cheek to cheek (234, 454) and brow to chin (10, 152). */
export function headPose(points: Float32Array): HeadPose {
  const across = difference(points, 234, 454);
  const down = difference(points, 10, 152);
  return {
    yaw: degrees(Math.atan2(across[2], Math.hypot(across[0], across[1]))),
    pitch: NEUTRAL_PITCH - degrees(Math.atan2(down[2], Math.hypot(down[0], down[1]))),
    roll: degrees(Math.atan2(across[1], across[0])),
  };
}

function difference(points: Float32Array, i: number, j: number): [number, number, number] {
  const d = (c: number) => (points[3 * j + c] as number) - (points[3 * i + c] as number);
  return [d(0), d(1), d(2)];
}

function distance(points: Float32Array, i: number, j: number): number {
  const [x, y] = difference(points, i, j);
  return Math.hypot(x, y);
}

const degrees = (radians: number) => (radians * 180) / Math.PI;

/**
 * Where the irises sit between the eye corners, -1 (subject's right) to 1 (left), mean of both
 * eyes; 0 is straight ahead relative to the head.
 */
export function gazeAcross(eyes: Eyes): number {
  return (irisOffset(eyes.right) - irisOffset(eyes.left)) / 2;
}

function irisOffset({ lids, iris }: EyeContour): number {
  const [x0, y0, x1, y1] = [at(lids, 0, 0), at(lids, 0, 1), at(lids, 8, 0), at(lids, 8, 1)];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((at(iris, 0, 0) - x0) * dx + (at(iris, 0, 1) - y0) * dy) / (dx * dx + dy * dy);
  return 2 * along - 1;
}

/** Mouth width over the distance between the eyes: grows when a person smiles. */
export function mouthWidth(points: Float32Array): number {
  return distance(points, 61, 291) / interOcular(points);
}

/** Gap between the lips over the mouth's width. */
export function mouthOpening(points: Float32Array): number {
  return distance(points, 13, 14) / distance(points, 61, 291);
}
