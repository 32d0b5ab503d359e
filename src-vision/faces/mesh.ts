import type { Networks } from '../networks.ts';
import { fitSimilarity, type Similarity, scaleOf, transformPoint } from '../picture/geometry.ts';
import type { Pyramid } from '../picture/picture.ts';
import { mirror, UNIT_RANGE, warp } from '../picture/warp.ts';
import type { Detection } from './detect.ts';

/** A turned square of the picture in which a face is looked for. Angles in radians, clockwise. */
export interface FaceWindow {
  x: number;
  y: number;
  side: number;
  angle: number;
}

export interface FaceMesh {
  /** 468 points as x, y in picture pixels and z in the same unit, towards the camera negative. */
  points: Float32Array;
  /** The network's belief that this is a face, 0 to 1. */
  confidence: number;
  window: FaceWindow;
}

/** One eye as the iris network sees it: lid contour and iris, x, y pairs in picture pixels. */
export interface EyeContour {
  /** 71 points; 0 to 8 along the lower lid, 9 to 15 along the upper. */
  lids: Float32Array;
  /** Centre, right, top, left, bottom. */
  iris: Float32Array;
}

export interface Eyes {
  right: EyeContour;
  left: EyeContour;
}

export const MESH_POINTS = 468;
const MESH_INPUT = 192;
const EYE_INPUT = 64;
/** Side of the window over the face's extent: what the mesh network was trained on (MediaPipe: 1.5). */
const WINDOW_SCALE = 1.5;
const EYE_SCALE = 2.3;

export function windowOfDetection({ box, keypoints: k }: Detection): FaceWindow {
  const angle = Math.atan2(
    (k[3] as number) - (k[1] as number),
    (k[2] as number) - (k[0] as number),
  );
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    side: Math.max(box.width, box.height) * WINDOW_SCALE,
    angle,
  };
}

/** The window for the next look at the same face. */
export function windowOfMesh(points: Float32Array): FaceWindow {
  const at = (i: number, c: number) => points[3 * i + c] as number;
  const angle = Math.atan2(at(263, 1) - at(33, 1), at(263, 0) - at(33, 0));
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < MESH_POINTS; i++) {
    const u = cos * at(i, 0) + sin * at(i, 1);
    const v = -sin * at(i, 0) + cos * at(i, 1);
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  const u = (left + right) / 2;
  const v = (top + bottom) / 2;
  return {
    x: cos * u - sin * v,
    y: sin * u + cos * v,
    side: Math.max(right - left, bottom - top) * WINDOW_SCALE,
    angle,
  };
}

/** Takes pixels of a `size` x `size` crop of the window to picture pixels. */
export function windowToPicture({ x, y, side, angle }: FaceWindow, size: number): Similarity {
  const a = (Math.cos(angle) * side) / size;
  const b = (Math.sin(angle) * side) / size;
  const half = size / 2;
  return { a, b, tx: x - (a * half - b * half), ty: y - (b * half + a * half) };
}

/** Fits a mesh in each window, all in one run of the network. */
export async function fitMeshes(
  networks: Networks,
  pyramid: Pyramid,
  windows: readonly FaceWindow[],
): Promise<FaceMesh[]> {
  if (windows.length === 0) return [];
  const crops = windows.map((window) => windowToPicture(window, MESH_INPUT));
  const size = MESH_INPUT * MESH_INPUT * 3;
  const values = new Float32Array(windows.length * size);
  crops.forEach((crop, i) => {
    values.set(warp(pyramid, crop, MESH_INPUT, MESH_INPUT, UNIT_RANGE), i * size);
  });
  const batch = { values, count: windows.length, height: MESH_INPUT, width: MESH_INPUT };
  const outputs = await networks.run('facemesh', batch);
  const raw = outputs.find((o) => o.length === windows.length * MESH_POINTS * 3);
  const confidences = outputs.find((o) => o.length === windows.length);
  if (!raw || !confidences) throw new Error('The mesh network answered in an unknown form.');
  return windows.map((window, i) => ({
    points: toPicturePoints(raw, i * MESH_POINTS * 3, crops[i] as Similarity),
    confidence: confidences[i] as number,
    window,
  }));
}

function toPicturePoints(raw: Float32Array, from: number, crop: Similarity): Float32Array {
  const points = new Float32Array(MESH_POINTS * 3);
  const scale = scaleOf(crop);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = transformPoint(crop, raw[from + i] as number, raw[from + i + 1] as number);
    points[i] = x;
    points[i + 1] = y;
    points[i + 2] = (raw[from + i + 2] as number) * scale;
  }
  return points;
}

/** Looks closely at both eyes of each mesh, all in one run of the network. */
export async function findEyes(
  networks: Networks,
  pyramid: Pyramid,
  meshes: readonly FaceMesh[],
): Promise<Eyes[]> {
  if (meshes.length === 0) return [];
  const crops = meshes.flatMap(({ points }) => [
    eyeCrop(points, 33, 133),
    eyeCrop(points, 362, 263),
  ]);
  const size = EYE_INPUT * EYE_INPUT * 3;
  const values = new Float32Array(crops.length * size);
  crops.forEach((crop, i) => {
    const window = warp(pyramid, crop, EYE_INPUT, EYE_INPUT, UNIT_RANGE);
    // The network knows one eye; the left one is shown to it in a mirror.
    values.set(isLeft(i) ? mirror(window, EYE_INPUT, EYE_INPUT) : window, i * size);
  });
  const batch = { values, count: crops.length, height: EYE_INPUT, width: EYE_INPUT };
  const [raw] = (await networks.run('iris', batch)) as [Float32Array];
  return meshes.map((_, face) => ({
    right: contour(raw, 2 * face, crops[2 * face] as Similarity),
    left: contour(raw, 2 * face + 1, crops[2 * face + 1] as Similarity),
  }));
}

const isLeft = (eye: number) => eye % 2 === 1;

function eyeCrop(points: Float32Array, imageLeft: number, imageRight: number): Similarity {
  const [x0, y0] = [points[3 * imageLeft] as number, points[3 * imageLeft + 1] as number];
  const [x1, y1] = [points[3 * imageRight] as number, points[3 * imageRight + 1] as number];
  const half = EYE_INPUT / 2;
  const reach = half / EYE_SCALE;
  return fitSimilarity([half - reach, half, half + reach, half], [x0, y0, x1, y1]);
}

function contour(raw: Float32Array, eye: number, crop: Similarity): EyeContour {
  const from = eye * 76 * 3;
  const points = new Float32Array(76 * 2);
  for (let i = 0; i < 76; i++) {
    const u = raw[from + 3 * i] as number;
    const [x, y] = transformPoint(
      crop,
      isLeft(eye) ? EYE_INPUT - u : u,
      raw[from + 3 * i + 1] as number,
    );
    points[2 * i] = x;
    points[2 * i + 1] = y;
  }
  return { lids: points.subarray(0, 71 * 2), iris: points.subarray(71 * 2) };
}
