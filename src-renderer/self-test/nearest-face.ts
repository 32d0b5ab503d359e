import type { FaceView } from '#vision/protocol.ts';

/** The face that a test is about: the largest. */
export function nearestFace(faces: readonly FaceView[]): FaceView | null {
  const [largest] = faces.toSorted((a, b) => b.box.width - a.box.width);
  return largest ?? null;
}
