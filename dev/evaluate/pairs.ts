import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { errorsAt, type Verification } from '#shared/recognition/error-rates.ts';
import { acceptRateAt, type Described, equalErrorRate, rocOf, type Score } from './metrics.ts';
import { openEvaluationPage } from './open-page.ts';
import { describeBoth, STOCK_THRESHOLD } from './recognition.ts';

export interface Pair {
  x: string;
  y: string;
  same: boolean;
}

/**
 * Reads pairs.csv: columns file_x, file_y and Decision (Yes or No), in any order.
 * @throws Error naming the column or the line that is wrong
 */
export function parsePairs(text: string): Pair[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = cells(header);
  const column = (name: string) => {
    const at = names.findIndex((n) => n.toLowerCase() === name.toLowerCase());
    if (at < 0) throw new Error(`pairs.csv has no column ${name}.`);
    return at;
  };
  const [x, y, decision] = [column('file_x'), column('file_y'), column('Decision')];
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const values = cells(line);
      const answer = values[decision]?.toLowerCase();
      if (answer !== 'yes' && answer !== 'no') {
        throw new Error(`pairs.csv: Decision must be Yes or No in "${line}".`);
      }
      return { x: values[x] ?? '', y: values[y] ?? '', same: answer === 'yes' };
    });
}

function cells(line: string): string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

function figures(
  pairs: readonly Pair[],
  images: number,
  items: readonly Described[],
  score: Score,
  threshold: number,
) {
  const byFile = new Map(items.map((item) => [item.file, item]));
  const scores: Verification = { genuine: [], impostor: [] };
  let right = 0;
  let judged = 0;
  for (const { x, y, same } of pairs) {
    const [a, b] = [byFile.get(x), byFile.get(y)];
    if (!a || !b) continue;
    const value = score(a, b);
    scores[same ? 'genuine' : 'impostor'].push(value);
    judged++;
    if (value >= threshold === same) right++;
  }
  return {
    result: {
      images,
      noFace: images - items.length,
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
  const base = resolve(folder);
  const pairs = parsePairs(await readFile(join(base, 'pairs.csv'), 'utf8')).map((pair) => ({
    ...pair,
    x: join(base, pair.x),
    y: join(base, pair.y),
  }));
  const files = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  const opened = await openEvaluationPage(folder);
  try {
    const { shipped, stock } = await describeBoth(
      opened,
      files.map((file) => ({ person: '', file })),
    );
    const ours = figures(
      pairs,
      files.length,
      shipped.items,
      shipped.score,
      DESCRIPTOR_MODEL.accept,
    );
    const theirs = figures(pairs, files.length, stock.items, stock.score, STOCK_THRESHOLD);
    return {
      results: { shipped: ours.result, stock: theirs.result },
      roc: { shipped: ours.roc, stock: theirs.roc },
    };
  } finally {
    await opened.close();
  }
}
