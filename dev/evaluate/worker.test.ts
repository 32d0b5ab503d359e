import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { readClip } from './find-material.ts';
import { type EvaluationPage, openEvaluationPage } from './open-page.ts';

const root = resolve(import.meta.dirname, '../..');
const samples = join(root, 'node_modules/@vladmandic/face-api/demo');
const clipFolder = resolve(root, '../shared/faces/clips/live/man-front');
const sample = (n: number) => join(samples, `sample${n}.jpg`);
const LONG = 180_000;

describe('the built worker, under the policy of the app', () => {
  let opened: EvaluationPage;
  beforeAll(async () => {
    opened = await openEvaluationPage(samples);
  }, LONG);
  afterAll(() => opened?.close());

  test('describes photos: the same one alike, another person apart', {
    timeout: LONG,
  }, async () => {
    const urls = [1, 1, 2].map((n) => opened.urlOf(sample(n)));
    const results = await opened.page.evaluate((u) => rollcallEvaluation.describePictures(u), urls);
    const vectors = results.map((r) => (r.kind === 'face' ? r.vector : []));
    const cosine = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);
    expect(vectors.map((v) => v.length)).toEqual([1, 1, 1].map(() => DESCRIPTOR_MODEL.dimension));
    expect(cosine(vectors[0] ?? [], vectors[1] ?? [])).toBeCloseTo(1, 4);
    expect(cosine(vectors[0] ?? [], vectors[2] ?? [])).toBeLessThan(DESCRIPTOR_MODEL.accept);
  });

  test('a photo held to the camera is not alive, as often as it is played', {
    timeout: LONG,
  }, async () => {
    const options = {
      urls: Array.from({ length: 45 }, () => opened.urlOf(sample(1))),
      fps: 15,
      policy: 'standard' as const,
    };
    const run = await opened.page.evaluate((o) => rollcallEvaluation.playClip(o), options);
    const again = await opened.page.evaluate((o) => rollcallEvaluation.playClip(o), options);
    expect(run.framesSeen).toBe(45);
    expect(again).toEqual(run);
    expect(run.evidence?.frames).toBeGreaterThan(5);
    expect(run.evidence?.blinks).toBe(0);
    expect(run.accepted).toBe(false);
  });

  test.skipIf(!existsSync(clipFolder))(
    'a living person is enrolled and is alive (needs ../shared/faces)',
    { timeout: LONG },
    async () => {
      const clip = await readClip(clipFolder, 'man-front');
      const person = await openEvaluationPage(clipFolder);
      try {
        const urls = (clip?.frames ?? []).map(person.urlOf);
        const capture = await person.page.evaluate(
          ([u, f]) => rollcallEvaluation.captureClip(u, f, 'front'),
          [urls, clip?.fps ?? 12] as const,
        );
        expect(capture.takenAt.length).toBeGreaterThanOrEqual(2);
        expect(capture.vectorLength).toBe(DESCRIPTOR_MODEL.dimension);
        const run = await person.page.evaluate((o) => rollcallEvaluation.playClip(o), {
          urls: urls.slice(urls.length >> 1),
          fps: clip?.fps ?? 12,
          policy: 'standard' as const,
        });
        expect(run.accepted).toBe(true);
      } finally {
        await person.close();
      }
    },
  );
});
