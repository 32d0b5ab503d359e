import type { StillResult } from '#vision/protocol.ts';

/** A picture file that was picked, and what the engine says of it. */
export interface Photo {
  id: string;
  fileName: string;
  pickedAt: number;
  verdict: { kind: 'waiting' } | { kind: 'cancelled' } | StillResult;
}

export type PhotoFace = Extract<StillResult, { kind: 'face' }>;

/** The photos that show one usable face. */
export function facesOf(photos: readonly Photo[]): (Photo & { verdict: PhotoFace })[] {
  return photos.flatMap((photo) =>
    photo.verdict.kind === 'face' ? { ...photo, verdict: photo.verdict } : [],
  );
}

/** How many photos have their verdict, of all. */
export function photoProgress(photos: readonly Photo[]): { done: number; total: number } {
  const done = photos.filter((photo) => photo.verdict.kind !== 'waiting').length;
  return { done, total: photos.length };
}
