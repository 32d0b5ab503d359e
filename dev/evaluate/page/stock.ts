import { type Config, Human } from '@vladmandic/human';
import { loadBitmap } from './engine.ts';

let human: Promise<Human> | null = null;

/** Human as it comes: its own configuration, but for local files and the backend. */
export const STOCK_CONFIG: Partial<Config> = {
  backend: 'wasm',
  modelBasePath: '/models/',
  wasmPath: '/models/',
  cacheModels: false,
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

/** `face.embedding` of the largest face of each picture; null where Human finds none. */
export async function describeWithStock(urls: readonly string[]): Promise<(number[] | null)[]> {
  const made = await stock();
  const results: (number[] | null)[] = [];
  for (const url of urls) {
    const bitmap = await loadBitmap(url);
    const { face } = await made.detect(bitmap);
    bitmap.close();
    const largest = face.toSorted((a, b) => b.size[0] - a.size[0])[0];
    results.push(largest?.embedding ?? null);
  }
  return results;
}

/** Human's own similarity, for pairs given by their places in `vectors`. */
export async function stockSimilarity(
  vectors: readonly (readonly number[])[],
  pairs: readonly (readonly [number, number])[],
): Promise<number[]> {
  const { match } = await stock();
  // `similarity` rounds to hundredths; its monotone origin, the distance, does not lose as much.
  return pairs.map(([i, j]) => -match.distance([...(vectors[i] ?? [])], [...(vectors[j] ?? [])]));
}
