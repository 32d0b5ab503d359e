import type { Networks } from '../networks.ts';
import type { Similarity } from '../picture/geometry.ts';
import type { Pyramid } from '../picture/picture.ts';
import { type Normalisation, warp } from '../picture/warp.ts';

/** A rectangle in picture pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Detection {
  box: Box;
  /** Right eye, left eye, nose, mouth, right ear, left ear, as x, y pairs in picture pixels. */
  keypoints: Float32Array;
  score: number;
}

const INPUT = 256;
const ROWS = 896;
const MIN_SCORE = 0.4;
const MAX_OVERLAP = 0.3;
const RANGE: Normalisation = { order: 'rgb', mean: [127.5, 127.5, 127.5], factor: 1 / 127.5 };

/** BlazeFace's anchor centres: 16 x 16 cells with 2 each, then 8 x 8 cells with 6 each. */
const ANCHORS = makeAnchors();

function makeAnchors(): Float32Array {
  const centres: number[] = [];
  for (const [cells, each] of [
    [16, 2],
    [8, 6],
  ] as const) {
    const stride = INPUT / cells;
    for (let cell = 0; cell < cells * cells; cell++) {
      const x = ((cell % cells) + 0.5) * stride;
      const y = (Math.floor(cell / cells) + 0.5) * stride;
      for (let n = 0; n < each; n++) centres.push(x, y);
    }
  }
  return Float32Array.from(centres);
}

/**
 * Finds faces in one square region of a picture; what lies outside the picture repeats its border.
 * @param region defaults to the whole picture, made square about its centre
 */
export async function detectFaces(
  networks: Networks,
  pyramid: Pyramid,
  region: Box = squareAround(pyramid.base),
): Promise<Detection[]> {
  const scale = region.width / INPUT;
  const toPicture: Similarity = { a: scale, b: 0, tx: region.x, ty: region.y };
  const values = warp(pyramid, toPicture, INPUT, INPUT, RANGE);
  const outputs = await networks.run('blazeface', {
    values,
    count: 1,
    height: INPUT,
    width: INPUT,
  });
  const [coarseScores, fineScores, coarseBoxes, fineBoxes] = outputs.sort(
    (a, b) => a.length - b.length,
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  const found: Detection[] = [];
  for (let row = 0; row < ROWS; row++) {
    const fine = row < fineScores.length;
    const at = fine ? row : row - fineScores.length;
    const score = 1 / (1 + Math.exp(-((fine ? fineScores : coarseScores)[at] as number)));
    if (score < MIN_SCORE) continue;
    found.push(decode(fine ? fineBoxes : coarseBoxes, at * 16, row, score, toPicture));
  }
  return suppress(found);
}

function squareAround({ width, height }: { width: number; height: number }): Box {
  const side = Math.max(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
}

/**
 * Where the detector looks this time: in turn the whole picture and, in a wide one, its left and
 * right squares, where faces that are far away are twice as large to it.
 */
export function regionFor(
  turn: number,
  { width, height }: { width: number; height: number },
): Box | undefined {
  if (width < height * 1.2) return undefined;
  const side = height;
  switch (turn % 4) {
    case 1:
      return { x: 0, y: 0, width: side, height: side };
    case 3:
      return { x: width - side, y: 0, width: side, height: side };
    default:
      return undefined;
  }
}

function decode(
  rows: Float32Array,
  at: number,
  anchor: number,
  score: number,
  { a: scale, tx, ty }: Similarity,
): Detection {
  const ax = ANCHORS[2 * anchor] as number;
  const ay = ANCHORS[2 * anchor + 1] as number;
  const width = (rows[at + 2] as number) * scale;
  const height = (rows[at + 3] as number) * scale;
  const x = ((rows[at] as number) + ax) * scale + tx - width / 2;
  const y = ((rows[at + 1] as number) + ay) * scale + ty - height / 2;
  const keypoints = new Float32Array(12);
  for (let i = 0; i < 12; i += 2) {
    keypoints[i] = ((rows[at + 4 + i] as number) + ax) * scale + tx;
    keypoints[i + 1] = ((rows[at + 5 + i] as number) + ay) * scale + ty;
  }
  return { box: { x, y, width, height }, keypoints, score };
}

/** Greedy non-maximum suppression, best score first. */
export function suppress(found: readonly Detection[], maxOverlap = MAX_OVERLAP): Detection[] {
  const kept: Detection[] = [];
  for (const detection of found.toSorted((p, q) => q.score - p.score)) {
    if (kept.every((other) => overlap(other.box, detection.box) <= maxOverlap))
      kept.push(detection);
  }
  return kept;
}

/** Intersection over union. */
export function overlap(p: Box, q: Box): number {
  const width = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
  const height = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (p.width * p.height + q.width * q.height - shared);
}
