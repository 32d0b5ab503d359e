import { type Config, Human } from '@vladmandic/human';
import { loadBitmap } from './engine.ts';

let human: Promise<Human> | null = null;

/** Human as it comes: its own configuration, but for local files and the backend. */
export const STOCK_CONFIG: Partial<Config> = {
  backend: 'wasm',
  modelBasePath: '/models/',
  wasmPath: '/models/',
  cacheModels: false,
  // Every module on every frame: no answer is carried over from the frame before.
  cacheSensitivity: 0,
  debug: false,
  face: {
    enabled: true,
    detector: { maxDetected: 10 },
    antispoof: { enabled: true },
    liveness: { enabled: true },
  },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  gesture: { enabled: false },
};

export function stock(): Promise<Human> {
  human ??= (async () => {
    const made = new Human(STOCK_CONFIG);
    await made.load();
    return made;
  })();
  return human;
}

let described: (number[] | null)[] = [];

/**
 * Describes pictures with Human alone: `face.embedding` of the largest face. The vectors stay in
 * the page for `stockScores`.
 * @returns for each picture whether Human found a face
 */
export async function describeWithStock(urls: readonly string[]): Promise<boolean[]> {
  const made = await stock();
  described = [];
  for (const url of urls) {
    const bitmap = await loadBitmap(url);
    const { face } = await made.detect(bitmap);
    bitmap.close();
    const largest = face.toSorted((a, b) => b.size[0] - a.size[0])[0];
    described.push(largest?.embedding ?? null);
  }
  return described.map((vector) => vector !== null);
}

/** Human's own similarity of each described picture with each; null without a face. */
export async function stockScores(): Promise<(number | null)[][]> {
  const { match } = await stock();
  return described.map((a) => described.map((b) => (a && b ? match.similarity(a, b) : null)));
}
