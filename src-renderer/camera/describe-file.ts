import type { StillResult } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { declaredPixels, HEADER_BYTES } from './picture-size.ts';

/** Twice what cameras of phones commonly take, and half a gigabyte once it is decoded. */
const MOST_PIXELS = 120_000_000;

async function isTooLarge(file: File): Promise<boolean> {
  const header = await file.slice(0, HEADER_BYTES).arrayBuffer();
  return (declaredPixels(header) ?? 0) > MOST_PIXELS;
}

/** The engine's verdict on a picture file; a file that is no picture is refused, not an error. */
export async function describeFile(client: VisionClient, file: File): Promise<StillResult> {
  let picture: ImageBitmap;
  try {
    if (await isTooLarge(file)) return { kind: 'refused', why: 'tooLarge' };
    picture = await createImageBitmap(file);
  } catch {
    // What cannot be decoded has no other verdict, whatever the decoder says of it.
    return { kind: 'refused', why: 'unreadable' };
  }
  return client.describeStill(picture);
}
