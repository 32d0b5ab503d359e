import { resolve } from 'node:path';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { errorsAt, type PersonTally } from '#shared/recognition/error-rates.ts';
import { dot } from '#shared/recognition/vector.ts';
import { readPeople } from './find-material.ts';
import {
  acceptRateAt,
  allPairs,
  type ClosestTemplates,
  closestTemplates,
  type Described,
  equalErrorRate,
  leaveOneOut,
  openSet,
  rocOf,
  type Score,
} from './metrics.ts';
import { type EvaluationPage, openEvaluationPage } from './open-page.ts';

export interface RecognitionResult {
  images: number;
  noFace: number;
  rank1: number;
  eer: number;
  tar_far_1: number;
  tar_far_01: number;
  dir_fpir_1: number;
  dir_fpir_01: number;
  perPerson: Record<string, PersonTally>;
  lookAlikes: ClosestTemplates;
  threshold: { threshold: number; far: number; frr: number };
}

/** Similarity from which Human's documentation takes two faces to be the same. */
export const STOCK_THRESHOLD = 0.5;
const CHUNK = 20;

export interface Picture {
  person: string;
  file: string;
}

/** What both descriptions made of the same pictures. */
export interface BothDescriptions {
  shipped: { items: Described[]; score: Score };
  stock: { items: Described[]; score: Score };
}

/** Describes pictures with the app's worker and with Human alone. */
export async function describeBoth(
  { page, urlOf }: EvaluationPage,
  pictures: readonly Picture[],
): Promise<BothDescriptions> {
  const urls = pictures.map((picture) => urlOf(picture.file));
  const shipped: Described[] = [];
  for (let from = 0; from < pictures.length; from += CHUNK) {
    const some = urls.slice(from, from + CHUNK);
    const described = await page.evaluate((u) => rollcallEvaluation.describePictures(u), some);
    described.forEach((result, i) => {
      const picture = pictures[from + i];
      if (picture && result.kind === 'face') {
        shipped.push({ ...picture, vector: Float32Array.from(result.vector) });
      }
    });
    console.log(`described ${Math.min(from + CHUNK, pictures.length)} of ${pictures.length}`);
  }
  const found = await page.evaluate((u) => rollcallEvaluation.describeWithStock(u), urls);
  const scores = await page.evaluate(() => rollcallEvaluation.stockScores());
  const places = new Map<Described, number>();
  const stock: Described[] = [];
  pictures.forEach((picture, i) => {
    if (!found[i]) return;
    const item = { ...picture, vector: new Float32Array(0) };
    places.set(item, i);
    stock.push(item);
  });
  const stockScore: Score = (a, b) =>
    scores[places.get(a) as number]?.[places.get(b) as number] ?? 0;
  return {
    shipped: { items: shipped, score: (a, b) => dot(a.vector, b.vector) },
    stock: { items: stock, score: stockScore },
  };
}

function figures(
  images: number,
  items: readonly Described[],
  score: Score,
  threshold: number,
  margin: number,
): RecognitionResult {
  const pairs = allPairs(items, score);
  const { dirAt1, dirAt01 } = openSet(items, score);
  const { rank1, perPerson } = leaveOneOut(items, score, ([first, second]) => {
    if (!first || first.score < threshold) return null;
    return first.score - (second?.score ?? 0) < margin ? null : first.person;
  });
  return {
    images,
    noFace: images - items.length,
    rank1,
    eer: equalErrorRate(pairs),
    tar_far_1: acceptRateAt(pairs, 0.01),
    tar_far_01: acceptRateAt(pairs, 0.001),
    dir_fpir_1: dirAt1,
    dir_fpir_01: dirAt01,
    perPerson,
    lookAlikes: closestTemplates(items, score),
    threshold: errorsAt(pairs, threshold),
  };
}

/** Figures over DIR/PERSON/picture, for the app and for Human alone, and the app's ROC. */
export async function evaluateRecognition(folder: string) {
  const people = await readPeople(resolve(folder));
  if (people.length < 2) throw new Error(`${folder} holds no folders of people's pictures.`);
  const pictures = people.flatMap(({ name, pictures: files }) =>
    files.map((file) => ({ person: name, file })),
  );
  const opened = await openEvaluationPage(folder);
  try {
    const both = await describeBoth(opened, pictures);
    const { accept, margin } = DESCRIPTOR_MODEL;
    const { shipped, stock } = both;
    return {
      results: {
        shipped: figures(pictures.length, shipped.items, shipped.score, accept, margin),
        stock: figures(pictures.length, stock.items, stock.score, STOCK_THRESHOLD, 0),
      },
      roc: {
        shipped: rocOf(allPairs(shipped.items, shipped.score)),
        stock: rocOf(allPairs(stock.items, stock.score)),
      },
    };
  } finally {
    await opened.close();
  }
}
