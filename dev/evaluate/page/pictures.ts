import { engine, loadBitmap } from './engine.ts';

export type DescribedPicture =
  | { kind: 'face'; vector: number[]; quality: number }
  | { kind: 'refused'; why: string };

/** Describes pictures with the app's worker, one after the other. */
export async function describePictures(urls: readonly string[]): Promise<DescribedPicture[]> {
  const client = await engine();
  const results: DescribedPicture[] = [];
  for (const url of urls) {
    const result = await client.describeStill(await loadBitmap(url), 'takeMain');
    if (result.kind === 'refused') {
      results.push({ kind: 'refused', why: result.why });
      continue;
    }
    result.picture.close();
    results.push({ kind: 'face', vector: Array.from(result.vector), quality: result.quality });
  }
  return results;
}
