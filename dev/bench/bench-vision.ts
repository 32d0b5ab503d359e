import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findMaterial } from '../evaluate/find-material.ts';
import { type EvaluationPage, openEvaluationPage } from '../evaluate/open-page.ts';
import { percentile } from './percentile.ts';

const SAMPLES = resolve(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo');
const FACES = [1, 2, 5, 10] as const;
const ROUNDS = 3;
const FRAMES = { full: 40, quick: 12 } as const;
const WARM_MS = 15_000;
const MEMORY_AT = [200, 2_000] as const;

/** Engine against Human alone, alternating in one run, on frames composed of pictures. */
export async function benchVision(folder = SAMPLES, quick = false) {
  const opened = await openEvaluationPage(folder);
  try {
    const urls = (await picturesIn(folder)).map(opened.urlOf);
    const found = await opened.page.evaluate((u) => rollcallEvaluation.prepareFaces(u), urls);
    if (found === 0) throw new Error(`No face in the pictures of ${folder}.`);
    console.log(`${found} faces`);
    const frames = quick ? FRAMES.quick : FRAMES.full;
    const speed: Awaited<ReturnType<typeof compare>>[] = [];
    for (const count of FACES) speed.push(await compare(opened, count, frames));
    console.table(speed);
    const extra = extraFace(speed);
    console.log('each further face', extra);
    const memory = quick ? null : await memoryRun(opened);
    return { speed, extra, memory };
  } finally {
    await opened.close();
  }
}

async function picturesIn(folder: string): Promise<string[]> {
  const { people } = await findMaterial(resolve(folder));
  if (people.length > 0) return people.flatMap((person) => person.pictures.slice(0, 1));
  const names = await readdir(folder);
  return names
    .filter((name) => /\.(jpe?g|png)$/i.test(name))
    .sort()
    .map((name) => join(resolve(folder), name));
}

async function compare({ page }: EvaluationPage, count: number, frames: number) {
  const engineMs: number[] = [];
  const stockMs: number[] = [];
  const decisions: number[] = [];
  let seen = { engine: 0, decided: 0, stock: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const engine = await page.evaluate(([c, f, w]) => rollcallEvaluation.benchEngine(c, f, w), [
      count,
      frames,
      WARM_MS,
    ] as const);
    const stock = await page.evaluate(([c, f]) => rollcallEvaluation.benchStock(c, f), [
      count,
      Math.ceil(frames / 4),
    ] as const);
    engineMs.push(...engine.steadyMs);
    stockMs.push(...stock.steadyMs);
    if (engine.firstDecisionMs !== null) decisions.push(engine.firstDecisionMs);
    seen = { engine: engine.facesSeen, decided: engine.facesDecided, stock: stock.facesSeen };
  }
  const [p50, stockP50] = [percentile(engineMs, 0.5), percentile(stockMs, 0.5)];
  return {
    faces: count,
    engineP50: p50,
    engineP95: percentile(engineMs, 0.95),
    stockP50,
    stockP95: percentile(stockMs, 0.95),
    times: Math.round((stockP50 / p50) * 10) / 10,
    firstDecisionMs: percentile(decisions, 0.5),
    seenByEngine: seen.engine,
    decided: seen.decided,
    seenByStock: seen.stock,
  };
}

/** Milliseconds that each face from the first to the last costs on top. */
function extraFace(speed: readonly { faces: number; engineP50: number; stockP50: number }[]) {
  const [first, last] = [speed[0], speed.at(-1)];
  if (!first || !last) return null;
  const per = (a: number, b: number) =>
    Math.round(((b - a) / (last.faces - first.faces)) * 100) / 100;
  const engineMs = per(first.engineP50, last.engineP50);
  const stockMs = per(first.stockP50, last.stockP50);
  return { engineMs, stockMs, share: Math.round((engineMs / stockMs) * 100) / 100 };
}

async function memoryRun({ page }: EvaluationPage) {
  const run = await page.evaluate(([w, at]) => rollcallEvaluation.benchEngine(1, 1, w, at), [
    WARM_MS,
    MEMORY_AT,
  ] as const);
  console.table(run.memory);
  return run.memory;
}
