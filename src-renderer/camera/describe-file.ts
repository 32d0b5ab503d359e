import type { StillResult } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';

/** The engine's verdict on a picture file; a file that is no picture is refused, not an error. */
export async function describeFile(client: VisionClient, file: File): Promise<StillResult> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    // What cannot be decoded has no other verdict, whatever the decoder says of it.
    return { kind: 'refused', why: 'unreadable' };
  }
  return client.describeStill(picture);
}
