import { expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from './descriptor-model.ts';
import { buildGallery } from './gallery.ts';
import { findLookAlikes, likenessOf } from './look-alike.ts';

const model = { ...DESCRIPTOR_MODEL, dimension: 3 };
const { score } = model.lookAlike;
const leaning = (cosine: number) => [cosine, Math.sqrt(1 - cosine * cosine), 0];
const studentIds = ['anna', 'anna', 'ben', 'cleo'];
const vectors = Float32Array.from([
  ...[0, 0, 1],
  ...leaning(score + 0.01),
  ...leaning(score - 0.01),
  ...leaning(score + 0.05),
]);
const gallery = buildGallery({ modelId: model.id, dimension: 3, studentIds, vectors });
const view = Float32Array.of(1, 0, 0);
const elsewhere = Float32Array.of(-1, 0, 0);

test('students whose nearest templates reach the threshold, most alike first', () => {
  const found = findLookAlikes([elsewhere, view], gallery, model);
  expect(found.map(({ studentId }) => studentId)).toEqual(['cleo', 'anna']);
  expect(found[1]?.score).toBeCloseTo(score + 0.01, 5);
});

test('nobody looks like a face of its own', () => {
  expect(findLookAlikes([elsewhere], gallery, model)).toEqual([]);
});

test('vectors of another model are never compared', () => {
  expect(() => findLookAlikes([view], { ...gallery, modelId: 'older/1' }, model)).toThrow(
    'older/1',
  );
});

test.each([
  [model.lookAlike.score, 'some'],
  [model.accept, 'much'],
  [model.duplicate, 'twins'],
] as const)('a score of %f is said as %s', (value, likeness) => {
  expect(likenessOf(value, model)).toBe(likeness);
});
