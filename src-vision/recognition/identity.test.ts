import { describe, expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { buildGallery } from '#shared/recognition/gallery.ts';
import { faceOf, viewOf } from '#tests/unit/support/test-faces.ts';
import { IdentityWatch } from './identity.ts';

const { id: modelId, dimension } = DESCRIPTOR_MODEL;

function galleryOf(faces: Record<string, Float32Array>, lookAlikes: [string, string][] = []) {
  const vectors = new Float32Array(Object.keys(faces).length * dimension);
  Object.values(faces).forEach((face, row) => {
    vectors.set(face, row * dimension);
  });
  return buildGallery({ modelId, dimension, studentIds: Object.keys(faces), vectors, lookAlikes });
}

function seen(face: Float32Array, views: number): IdentityWatch {
  const watch = new IdentityWatch();
  for (let view = 0; view < views; view += 1) watch.add(viewOf(face, 0.97, view), 0.8);
  return watch;
}

describe('a face in view', () => {
  test('is nobody yet while there is no gallery, and nobody at all in an empty one', () => {
    const watch = seen(faceOf(1), 4);
    watch.match(null);
    expect(watch.decision).toBeNull();
    watch.match(galleryOf({}));
    expect(watch.decision).toEqual({ kind: 'unknown', score: 0 });
  });

  test('gets its name once its student is in the gallery, and loses it again', () => {
    const watch = seen(faceOf(1), 4);
    watch.match(galleryOf({ ben: faceOf(2) }));
    expect(watch.decision?.kind).toBe('unknown');
    watch.match(galleryOf({ ben: faceOf(2), anna: faceOf(1) }));
    expect(watch.decision).toMatchObject({ kind: 'match', studentId: 'anna' });
    watch.match(galleryOf({ ben: faceOf(2) }));
    expect(watch.decision?.kind).toBe('unknown');
  });

  test('waits for more views where a look-alike is in the gallery', () => {
    const faces = { anna: faceOf(1), ben: viewOf(faceOf(1), 0.83, 50) };
    const gallery = galleryOf(faces, [['anna', 'ben']]);
    const { lookAlike, minVotes } = DESCRIPTOR_MODEL;
    const few = seen(faceOf(1), minVotes);
    few.match(galleryOf(faces));
    expect(few.decision?.kind).toBe('match');
    few.match(gallery);
    expect(few.decision?.kind).toBe('tooFewVotes');
    const many = seen(faceOf(1), lookAlike.minVotes);
    many.match(gallery);
    expect(many.decision).toMatchObject({ kind: 'match', studentId: 'anna' });
  });

  test('has every view vote anew in another gallery', () => {
    const watch = seen(faceOf(1), 3);
    watch.match(galleryOf({ anna: faceOf(1) }));
    expect(watch.votes).toBe(3);
    watch.match(galleryOf({ cleo: faceOf(1), ben: faceOf(2) }));
    expect(watch.decision).toMatchObject({ kind: 'match', studentId: 'cleo' });
    watch.match(galleryOf({ ben: faceOf(2) }));
    expect(watch.votes).toBe(0);
  });

  test('votes with the views that are kept, however long it stays', () => {
    const watch = seen(faceOf(1), 40);
    watch.match(galleryOf({ anna: faceOf(1) }));
    expect(watch.described).toBe(40);
    expect(watch.votes).toBe(watch.voters);
  });
});
