import { describe, expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { buildGallery } from '#shared/recognition/gallery.ts';
import { faceOf, viewOf } from '#tests/unit/support/test-faces.ts';
import { accuracyOf, type JudgedPicture } from './accuracy.ts';
import { judgeFace } from './judge-picture.ts';

const { id: modelId, dimension, accept, grey } = DESCRIPTOR_MODEL;

function galleryOf(people: readonly number[], lookAlikes: readonly [string, string][] = []) {
  const vectors = new Float32Array(people.length * dimension);
  for (const [row, person] of people.entries()) vectors.set(faceOf(person), row * dimension);
  return buildGallery({ modelId, dimension, studentIds: people.map(String), vectors, lookAlikes });
}

const gallery = galleryOf([1, 2, 3]);

function picture(person: number, similarity: number, truth: string | null): JudgedPicture {
  const face = viewOf(faceOf(person), similarity, person);
  const judged = judgeFace(face, gallery, DESCRIPTOR_MODEL, truth);
  return { ...judged, truth, path: `${person}/${similarity}.jpg` };
}

describe('one picture', () => {
  test('is named by the rule of sessions, without waiting for more', () => {
    const judged = picture(1, 0.9, '1');
    expect(judged).toMatchObject({ named: '1', asked: [] });
    expect(judged.own).toBeCloseTo(0.9, 3);
    expect(judged.others).toHaveLength(2);
  });

  test('between grey and accept, the teacher is asked', () => {
    const judged = picture(1, (accept + grey) / 2, '1');
    expect(judged).toMatchObject({ named: null, asked: ['1'] });
  });

  test('waits for no more votes among look-alikes either', () => {
    const alike = galleryOf([1, 2], [['1', '2']]);
    const judged = judgeFace(viewOf(faceOf(1), 0.9), alike, DESCRIPTOR_MODEL, '1');
    expect(judged).toMatchObject({ named: '1' });
  });

  test('has no score in an empty class', () => {
    const judged = judgeFace(faceOf(1), galleryOf([]), DESCRIPTOR_MODEL, null);
    expect(judged).toEqual({ named: null, asked: [], score: -1, own: null, others: [] });
  });
});

describe('all pictures', () => {
  const accuracy = accuracyOf(
    [
      picture(1, 0.95, '1'),
      picture(1, 0.9, '1'),
      picture(2, 0.95, '2'),
      picture(2, 0.5, '2'),
      // The picture shows number 3, the folder says 2.
      picture(3, 0.95, '2'),
      picture(9, 0.95, null),
      picture(3, 0.9, null),
    ],
    accept,
  );

  test('right, wrong and missed, the worst student first', () => {
    expect(accuracy.students.map(({ studentId, tally }) => [studentId, tally])).toEqual([
      ['2', { right: 1, wrong: 1, missed: 1 }],
      ['1', { right: 2, wrong: 0, missed: 0 }],
    ]);
    expect(accuracy.total).toEqual({ right: 3, wrong: 1, missed: 1 });
    expect(accuracy.enrolAgain).toEqual(['2']);
  });

  test('strangers who are named', () => {
    expect(accuracy.strangers.pictures).toBe(2);
    expect(accuracy.strangers.named.map(({ path, named }) => [path, named])).toEqual([
      ['3/0.9.jpg', '3'],
    ]);
  });

  test('rates are of comparisons with every student', () => {
    expect(accuracy.compared).toEqual({ genuine: 5, impostor: 5 * 2 + 2 * 3 });
    expect(accuracy.errors).toEqual({ threshold: accept, far: 2 / 16, frr: 2 / 5 });
    expect(accuracy.advice).toEqual({ kind: 'tooFew' });
  });
});
