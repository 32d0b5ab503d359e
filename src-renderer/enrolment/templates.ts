import type { NewTemplate } from '#shared/contract/enrolment.contract.ts';
import type { CapturedView } from '#vision/protocol.ts';
import { facesOf, type Photo } from './photo.ts';

/** Views of the camera as they are to be stored: vectors, without the pictures. */
export function templatesOfViews(views: Iterable<CapturedView>): NewTemplate[] {
  return Array.from(views, ({ pose, quality, capturedAt, vector }) => ({
    pose,
    quality,
    source: 'camera',
    capturedAt: Math.round(capturedAt),
    vector: new Float32Array(vector),
  }));
}

/** Photos with a usable face as they are to be stored. */
export function templatesOfPhotos(photos: readonly Photo[]): NewTemplate[] {
  return facesOf(photos).map(({ pickedAt, verdict: { pose, quality, vector } }) => ({
    pose,
    quality,
    source: 'file',
    capturedAt: pickedAt,
    vector: new Float32Array(vector),
  }));
}
