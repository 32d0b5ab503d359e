import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { errorsAt, type Verification } from '#shared/recognition/error-rates.ts';
import { acceptRateAt, type Described, equalErrorRate, rocOf, type Score } from './metrics.ts';
import { openEvaluationPage } from './open-page.ts';
import { type Pair, parsePairs } from './parse-pairs.ts';
import { describeBoth, STOCK_THRESHOLD } from './recognition.ts';

/** Missing files named in an error; the others are counted. */
const NAMED = 5;

/**
 * Reads DIR/pairs.csv with the paths of its pictures.
 * @throws Error naming the pictures that are not there, or what is wrong in pairs.csv
 */
export async function readPairs(folder: string): Promise<{ pairs: Pair[]; files: string[] }> {
  const base = resolve(folder);
  const listed = parsePairs(await readFile(join(base, 'pairs.csv'), 'utf8'));
  const pairs = listed.map(({ x, y, same }) => ({ x: join(base, x), y: join(base, y), same }));
  const files = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  const found = await Promise.all(files.map(isFile));
  const missing = files.filter((_, i) => !found[i]);
  if (missing.length > 0) {
    const more = missing.length > NAMED ? `, and ${missing.length - NAMED} more` : '';
    const named = missing.slice(0, NAMED).join(', ');
    throw new Error(
      `${missing.length} of ${files.length} pictures in pairs.csv are not there: ${named}${more}.`,
    );
  }
  return { pairs, files };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Figures over the pairs whose two pictures were described; a pair counts as the same person from
 * the threshold on.
 */
export function judgePairs(
  pairs: readonly Pair[],
  items: readonly Described[],
  score: Score,
  threshold: number,
) {
  const byFile = new Map(items.map((item) => [item.file, item]));
  const scores: Verification = { genuine: [], impostor: [] };
  for (const { x, y, same } of pairs) {
    const [a, b] = [byFile.get(x), byFile.get(y)];
    if (a && b) scores[same ? 'genuine' : 'impostor'].push(score(a, b));
  }
  const { genuine, impostor } = scores;
  const judged = genuine.length + impostor.length;
  const right =
    genuine.filter((value) => value >= threshold).length +
    impostor.filter((value) => value < threshold).length;
  return {
    result: {
      pairs: pairs.length,
      pairsJudged: judged,
      eer: equalErrorRate(scores),
      tar_far_1: acceptRateAt(scores, 0.01),
      tar_far_01: acceptRateAt(scores, 0.001),
      accuracy: right / Math.max(1, judged),
      threshold: errorsAt(scores, threshold),
    },
    roc: rocOf(scores),
  };
}

/** Figures over DIR/pairs.csv, for the app and for Human alone. */
export async function evaluatePairs(folder: string) {
  const { pairs, files } = await readPairs(folder);
  const opened = await openEvaluationPage(folder);
  try {
    const both = await describeBoth(
      opened,
      files.map((file) => ({ person: '', file })),
    );
    const figures = (side: keyof typeof both, threshold: number) => {
      const { items, score } = both[side];
      const { result, roc } = judgePairs(pairs, items, score, threshold);
      return {
        result: { images: files.length, noFace: files.length - items.length, ...result },
        roc,
      };
    };
    const shipped = figures('shipped', DESCRIPTOR_MODEL.accept);
    const stock = figures('stock', STOCK_THRESHOLD);
    return {
      results: { shipped: shipped.result, stock: stock.result },
      roc: { shipped: shipped.roc, stock: stock.roc },
    };
  } finally {
    await opened.close();
  }
}
