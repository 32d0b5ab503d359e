import { type Box, type Detection, overlap } from './detect.ts';
import {
  type FaceMesh,
  type FaceWindow,
  MESH_POINTS,
  windowOfDetection,
  windowOfMesh,
} from './mesh.ts';

/** One face, the same from frame to frame. */
export interface Track {
  id: number;
  mesh: FaceMesh;
  box: Box;
  bornAt: number;
  /** Media time of the last frame with a mesh, and of the last detection. */
  seenAt: number;
  detectedAt: number;
}

const MIN_CONFIDENCE = 0.6;
/** A face not seen for this long is gone; one not confirmed by the detector for this long, too. */
const LOST_AFTER_MS = 700;
const UNCONFIRMED_AFTER_MS = 2_500;
const SAME_FACE_OVERLAP = 0.35;
/** Between two looks a face neither moves by more of its width, nor grows by more, than this. */
const MAX_STEP = 0.5;
const MAX_GROWTH = 1.35;

/** A window to fit a mesh in: of a known track, or of a new detection. */
export interface Candidate {
  window: FaceWindow;
  track: Track | null;
  detected: boolean;
}

/** Keeps faces apart from frame to frame. A face that jumps becomes another track. */
export class Tracker {
  #tracks: Track[] = [];
  #nextId = 1;

  get tracks(): readonly Track[] {
    return this.#tracks;
  }

  clear(): void {
    this.#tracks = [];
  }

  /** Where to look in this frame. `detections` is null on frames without a detector run. */
  candidates(detections: readonly Detection[] | null): Candidate[] {
    const known: Candidate[] = this.#tracks.map((track) => ({
      window: windowOfMesh(track.mesh.points),
      track,
      detected: false,
    }));
    for (const detection of detections ?? []) {
      const mine = known.find((c) => c.track && overlap(c.track.box, detection.box) > 0.2);
      if (mine) mine.detected = true;
      else known.push({ window: windowOfDetection(detection), track: null, detected: true });
    }
    return known;
  }

  /**
   * Takes the meshes found in the candidates' windows, in the same order.
   * @returns the tracks seen in this frame
   */
  update(candidates: readonly Candidate[], meshes: readonly FaceMesh[], now: number): Track[] {
    const seen: Track[] = [];
    candidates.forEach((candidate, i) => {
      const mesh = meshes[i] as FaceMesh;
      if (mesh.confidence < MIN_CONFIDENCE) return;
      const box = boxOf(mesh.points);
      if (seen.some((other) => overlap(other.box, box) > SAME_FACE_OVERLAP)) return;
      seen.push(this.#follow(candidate, mesh, box, now));
    });
    const waiting = this.#tracks.filter(
      (t) => !seen.some((s) => s.id === t.id) && !seen.some((s) => overlap(s.box, t.box) > 0.2),
    );
    this.#tracks = [...seen, ...waiting.filter((t) => now - t.seenAt < LOST_AFTER_MS)].filter(
      (t) => now - t.detectedAt < UNCONFIRMED_AFTER_MS,
    );
    return seen.filter((t) => this.#tracks.includes(t));
  }

  /** Gives a track a new number: what was known of it belongs to another face. */
  renew(track: Track): void {
    track.id = this.#nextId++;
  }

  #follow(candidate: Candidate, mesh: FaceMesh, box: Box, now: number): Track {
    const old = candidate.track;
    const detectedAt = candidate.detected ? now : (old?.detectedAt ?? now);
    if (!old || jumped(old.box, box)) {
      return { id: this.#nextId++, mesh, box, bornAt: now, seenAt: now, detectedAt };
    }
    Object.assign(old, { mesh, box, seenAt: now, detectedAt });
    return old;
  }
}

function jumped(before: Box, after: Box): boolean {
  const step = Math.hypot(
    after.x + after.width / 2 - before.x - before.width / 2,
    after.y + after.height / 2 - before.y - before.height / 2,
  );
  const growth = Math.max(after.height / before.height, before.height / after.height);
  return step > MAX_STEP * before.width || growth > MAX_GROWTH;
}

/** The upright rectangle around a mesh. */
export function boxOf(points: Float32Array): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < MESH_POINTS; i++) {
    const x = points[3 * i] as number;
    const y = points[3 * i + 1] as number;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
