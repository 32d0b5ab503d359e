import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { GalleryData, GalleryPart } from '#shared/contract/gallery.ts';
import { joinGallery } from '#shared/recognition/gallery.ts';

/**
 * The faces a session compares with, fetched part by part; null once they are not wanted any more.
 * @throws ORPCError as `register.gallery` does
 */
export async function readGallery(
  sessionId: string,
  isWanted: () => boolean,
): Promise<GalleryData | null> {
  const parts: GalleryPart[] = [];
  let from: string | undefined;
  do {
    const part = await rollcall.register.gallery({ sessionId, from });
    if (!isWanted()) return null;
    parts.push(part);
    from = part.next ?? undefined;
  } while (from !== undefined);
  return joinGallery(parts);
}
