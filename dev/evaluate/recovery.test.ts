import { join, resolve } from 'node:path';
import type { Worker } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EvaluationPage, openEvaluationPage } from './open-page.ts';

const samples = resolve(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo');
const LONG = 240_000;

/** Graphics contexts that the worker draws with, kept by the test so that it can lose them. */
interface Watched {
  contexts: Set<WebGL2RenderingContext>;
}

describe('a worker that breaks', () => {
  let opened: EvaluationPage;
  let workers: Worker[];

  beforeEach(async () => {
    opened = await openEvaluationPage(samples);
    workers = [];
    opened.page.on('worker', (worker) => {
      workers.push(worker);
    });
  }, LONG);
  afterEach(() => opened.close());

  const start = (backend: 'webgl' | 'wasm') =>
    opened.page.evaluate(([b, url]) => rollcallEvaluation.startForRecovery(b, url), [
      backend,
      opened.urlOf(join(samples, 'sample1.jpg')),
    ] as const);

  test('goes on with WASM when the graphics context is lost', { timeout: LONG }, async () => {
    expect((await start('webgl')).backend).toBe('webgl');
    await workers[0]?.evaluate(keepContexts);
    const lost = () => workers[0]?.evaluate(loseContexts);
    await expect.poll(lost, { timeout: LONG }).toBeGreaterThan(0);
    const recovery = await opened.page.evaluate(() => rollcallEvaluation.recovered());
    expect(recovery).toEqual({ reason: 'backendLost', backend: 'wasm', seesFaces: true });
  });

  test('is started again when it crashes, with camera and mode', { timeout: LONG }, async () => {
    expect((await start('wasm')).backend).toBe('wasm');
    await workers[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error('Broken by a test.');
      });
    });
    const recovery = await opened.page.evaluate(() => rollcallEvaluation.recovered());
    expect(recovery).toEqual({ reason: 'crashed', backend: 'wasm', seesFaces: true });
    expect(workers).toHaveLength(2);
  });
});

function keepContexts(): void {
  const kept = new Set<WebGL2RenderingContext>();
  (globalThis as unknown as Watched).contexts = kept;
  const { useProgram } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.useProgram = function (program) {
    kept.add(this);
    useProgram.call(this, program);
  };
}

/** Loses every context in use for real, as a driver that resets does. */
function loseContexts(): number {
  const { contexts } = globalThis as unknown as Watched;
  for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
  return contexts.size;
}
