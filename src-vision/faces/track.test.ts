import { describe, expect, test } from 'vitest';
import { transformPoint } from '../picture/geometry.ts';
import { isSoftware } from '../software-renderer.ts';
import { overlap, regionFor, suppress } from './detect.ts';
import { type FaceMesh, MESH_POINTS, windowOfMesh, windowToPicture } from './mesh.ts';
import { Tracker } from './track.ts';

/** A mesh that fills the rectangle around a centre. */
function meshAt(x: number, y: number, size = 100, confidence = 1): FaceMesh {
  const points = new Float32Array(MESH_POINTS * 3);
  for (let i = 0; i < MESH_POINTS; i++) {
    points[3 * i] = x + size * ((i % 22) / 21 - 0.5);
    points[3 * i + 1] = y + size * (Math.floor(i / 22) / 21 - 0.5);
  }
  // The eye corners that give the window's angle lie level.
  points.set([x - size / 4, y, 0], 33 * 3);
  points.set([x + size / 4, y, 0], 263 * 3);
  return { points, confidence, window: { x, y, side: size * 1.5, angle: 0 } };
}

function detectionAt(x: number, y: number, size = 100) {
  return {
    box: { x: x - size / 2, y: y - size / 2, width: size, height: size },
    keypoints: new Float32Array(12),
    score: 0.9,
  };
}

/** One frame: detections (or none), then the meshes found in the candidates' windows. */
function step(tracker: Tracker, meshes: readonly FaceMesh[], now: number, detects = true) {
  const detections = meshes.map((mesh) => detectionAt(mesh.window.x, mesh.window.y));
  const candidates = tracker.candidates(detects ? detections : null);
  return tracker.update(candidates, meshes.slice(0, candidates.length), now).map((t) => t.id);
}

describe('tracking', () => {
  test('a face keeps its number while it moves', () => {
    const tracker = new Tracker();
    expect(step(tracker, [meshAt(200, 200)], 0)).toEqual([1]);
    expect(step(tracker, [meshAt(230, 205)], 100)).toEqual([1]);
    expect(step(tracker, [meshAt(250, 210)], 200, false)).toEqual([1]);
  });

  test('two faces keep theirs', () => {
    const tracker = new Tracker();
    step(tracker, [meshAt(200, 200), meshAt(500, 200)], 0);
    expect(step(tracker, [meshAt(210, 200), meshAt(490, 200)], 100)).toEqual([1, 2]);
  });

  test('a face that jumps or grows at once is another', () => {
    const [jumping, growing] = [new Tracker(), new Tracker()];
    step(jumping, [meshAt(200, 200)], 0);
    expect(step(jumping, [meshAt(270, 200)], 100, false)).toEqual([2]);
    step(growing, [meshAt(200, 200)], 0);
    expect(step(growing, [meshAt(200, 200, 150)], 100, false)).toEqual([2]);
  });

  test('what is no face any more is lost after a while', () => {
    const tracker = new Tracker();
    step(tracker, [meshAt(200, 200)], 0);
    expect(step(tracker, [meshAt(200, 200, 100, 0.1)], 100, false)).toEqual([]);
    expect(tracker.tracks).toHaveLength(1);
    step(tracker, [meshAt(200, 200, 100, 0.1)], 1_000, false);
    expect(tracker.tracks).toHaveLength(0);
  });

  test('a mesh that the detector does not confirm is let go', () => {
    const tracker = new Tracker();
    step(tracker, [meshAt(200, 200)], 0);
    for (let now = 100; now < 2_700; now += 100) step(tracker, [meshAt(200, 200)], now, false);
    expect(tracker.tracks).toHaveLength(0);
  });
});

test('the next window follows the mesh, and its crop covers it', () => {
  const window = windowOfMesh(meshAt(300, 220, 120).points);
  expect(window).toMatchObject({ x: 300, y: 220 });
  expect(window.side).toBeCloseTo(180, 0);
  const [x, y] = transformPoint(windowToPicture(window, 192), 96, 96);
  expect([x, y].map(Math.round)).toEqual([300, 220]);
});

test('overlap and suppression of detections', () => {
  const [a, b, c] = [detectionAt(100, 100), detectionAt(110, 100), detectionAt(300, 100)];
  expect(overlap(a.box, a.box)).toBe(1);
  expect(overlap(a.box, c.box)).toBe(0);
  expect(suppress([a, { ...b, score: 0.95 }, c])).toHaveLength(2);
});

test('the detector looks at the whole of a wide picture and, in turn, at its halves', () => {
  const wide = { width: 1280, height: 720 };
  expect([0, 1, 2, 3].map((turn) => regionFor(turn, wide)?.x)).toEqual([
    undefined,
    0,
    undefined,
    560,
  ]);
  expect(regionFor(1, { ...wide, width: 720 })).toBeUndefined();
});

test('renderers without a graphics card are known by name', () => {
  expect(isSoftware('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))')).toBe(true);
  expect(isSoftware('llvmpipe (LLVM 15.0.7, 256 bits)')).toBe(true);
  expect(isSoftware('ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)')).toBe(false);
});
