import { createVisionClient } from '#vision/create-vision-client.ts';
import type { VisionClient } from '#vision/vision-client.ts';

let client: VisionClient | null = null;

/** The app's own client and worker, started once. */
export async function engine(): Promise<VisionClient> {
  client ??= createVisionClient();
  await client.start();
  return client;
}

/** Fetches and decodes a picture. */
export async function loadBitmap(url: string): Promise<ImageBitmap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const blob = await response.blob();
  return createImageBitmap(blob).catch((error: unknown) => {
    throw new Error(`${decodeURI(url)} is not a picture that can be read.`, { cause: error });
  });
}
