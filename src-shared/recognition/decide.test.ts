import { describe, expect, test } from 'vitest';
import { decideIdentity } from './decide.ts';
import { DESCRIPTOR_MODEL } from './descriptor-model.ts';
import { buildGallery } from './gallery.ts';

const model = { ...DESCRIPTOR_MODEL, dimension: 3 };
const votes = { votes: 3, described: 4 };

/** A unit vector in the plane of the first two axes whose cosine with the first is given. */
function leaning(cosine: number): Float32Array {
  return Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine), 0);
}

function galleryOf(templates: Record<string, Float32Array[]>, lookAlikes: [string, string][] = []) {
  const studentIds = Object.entries(templates).flatMap(([id, own]) => own.map(() => id));
  const vectors = Float32Array.from(
    Object.values(templates).flatMap((own) => own.flatMap((t) => [...t])),
  );
  return buildGallery({ modelId: model.id, dimension: 3, studentIds, vectors, lookAlikes });
}

const probe = Float32Array.of(1, 0, 0);
const far = Float32Array.of(0, 0, 1);

describe('decideIdentity', () => {
  test('a clear leader is a match', () => {
    const gallery = galleryOf({ anna: [leaning(0.9), far], ben: [leaning(0.5)] });
    const decision = decideIdentity(probe, gallery, model, votes);
    expect(decision).toMatchObject({ kind: 'match', studentId: 'anna' });
    expect(decision.score).toBeCloseTo(0.9, 5);
  });

  test('two students too close to call go to the teacher', () => {
    const gallery = galleryOf({ anna: [leaning(0.9)], ben: [leaning(0.9 - model.margin / 2)] });
    expect(decideIdentity(probe, gallery, model, votes)).toMatchObject({
      kind: 'unsure',
      candidates: ['anna', 'ben'],
    });
  });

  test('between grey and accept the teacher is asked about the leader alone', () => {
    const gallery = galleryOf({ anna: [leaning((model.grey + model.accept) / 2)], ben: [far] });
    expect(decideIdentity(probe, gallery, model, votes)).toMatchObject({
      kind: 'unsure',
      candidates: ['anna'],
    });
  });

  test('below grey it is nobody', () => {
    const gallery = galleryOf({ anna: [leaning(model.grey - 0.01)] });
    expect(decideIdentity(probe, gallery, model, votes).kind).toBe('unknown');
  });

  test('an empty gallery knows nobody', () => {
    expect(decideIdentity(probe, galleryOf({}), model, votes)).toEqual({
      kind: 'unknown',
      score: 0,
    });
  });

  test.each([
    { votes: model.minVotes - 1, described: model.minVotes - 1 },
    { votes: 3, described: 6 },
  ])('a match waits for votes: $votes of $described', (few) => {
    const gallery = galleryOf({ anna: [leaning(0.9)] });
    expect(decideIdentity(probe, gallery, model, few).kind).toBe('tooFewVotes');
  });

  test('vectors of another model are never compared', () => {
    const other = { ...galleryOf({ anna: [leaning(0.9)] }), modelId: 'older/1' };
    expect(() => decideIdentity(probe, other, model, votes)).toThrow('older/1');
  });
});

describe('a student whose look-alike is in the gallery', () => {
  const { lookAlike } = model;
  const sure = { votes: lookAlike.minVotes, described: lookAlike.minVotes };
  const twins: [string, string][] = [['anna', 'ben']];
  /** Anna leads with 0.95, Ben is behind her by this much. */
  const pair = (lead: number, known = twins) =>
    galleryOf({ anna: [leaning(0.95)], ben: [leaning(0.95 - lead)], cleo: [far] }, known);
  const wide = lookAlike.margin + 0.01;
  const narrow = lookAlike.margin - 0.01;

  test('is a match with a wide lead and many votes', () => {
    expect(decideIdentity(probe, pair(wide), model, sure)).toMatchObject({
      kind: 'match',
      studentId: 'anna',
    });
  });

  test('waits for more frames than others', () => {
    const few = { votes: lookAlike.minVotes - 1, described: lookAlike.minVotes - 1 };
    expect(decideIdentity(probe, pair(wide), model, few).kind).toBe('tooFewVotes');
    expect(decideIdentity(probe, pair(wide, []), model, few).kind).toBe('match');
    expect(decideIdentity(probe, pair(0.01), model, few).kind).toBe('tooFewVotes');
  });

  test.each([
    ['the lead is narrow', narrow, sure],
    ['too many frames disagree', wide, { votes: 9, described: 12 }],
  ])('is asked about as one of the two when %s', (_why, lead, track) => {
    expect(decideIdentity(probe, pair(lead), model, track)).toMatchObject({
      kind: 'unsure',
      candidates: ['anna', 'ben'],
    });
    expect(decideIdentity(probe, pair(lead, []), model, track).kind).toBe('match');
  });

  test('needs a lead over the look-alike even when somebody else is second', () => {
    const gallery = galleryOf(
      { anna: [leaning(0.95)], cleo: [leaning(0.905)], ben: [leaning(0.9)] },
      twins,
    );
    expect(decideIdentity(probe, gallery, model, sure)).toMatchObject({
      kind: 'unsure',
      candidates: ['anna', 'ben'],
    });
  });

  test('is matched as everybody is where the look-alike is not in the gallery', () => {
    const gallery = galleryOf({ anna: [leaning(0.95)], cleo: [far] }, twins);
    expect(decideIdentity(probe, gallery, model, votes).kind).toBe('match');
  });
});
