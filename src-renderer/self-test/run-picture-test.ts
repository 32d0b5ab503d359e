import { describeFile } from '#renderer/camera/describe-file.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { Gallery } from '#shared/recognition/gallery.ts';
import { type Accuracy, accuracyOf, type JudgedPicture } from '#shared/self-test/accuracy.ts';
import { judgeFace } from '#shared/self-test/judge-picture.ts';
import type { StillResult } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import type { TestPicture } from './picture-folder.ts';

/** A picture without a usable face, and why. */
export interface UnreadPicture {
  path: string;
  why: Extract<StillResult, { kind: 'refused' }>['why'];
}

export interface PictureTestResult {
  accuracy: Accuracy;
  unread: readonly UnreadPicture[];
  /** Pictures looked at, of all; fewer when it was stopped early. */
  done: number;
  total: number;
}

/**
 * Describes pictures with the engine, one after another, and judges them against the gallery.
 * Pictures stay in memory and are let go one by one.
 * @param onProgress called before each picture
 * @param signal stops it after the picture under way; what was found until then is the result
 * @throws Error when the engine stopped twice at the same picture
 */
export async function runPictureTest(
  client: VisionClient,
  gallery: Gallery,
  pictures: readonly TestPicture<File>[],
  { onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal },
): Promise<PictureTestResult> {
  const judged: JudgedPicture[] = [];
  const unread: UnreadPicture[] = [];
  for (const { file, path, truth } of pictures) {
    if (signal.aborted) break;
    onProgress(judged.length + unread.length);
    const face = await describeTwice(client, file);
    if (face.kind === 'refused') {
      unread.push({ path, why: face.why });
      continue;
    }
    face.picture.close();
    judged.push({ path, truth, ...judgeFace(face.vector, gallery, DESCRIPTOR_MODEL, truth) });
  }
  return {
    accuracy: accuracyOf(judged, DESCRIPTOR_MODEL.accept),
    unread,
    done: judged.length + unread.length,
    total: pictures.length,
  };
}

/** An engine that stopped is replaced by a fresh one, which gets one more try. */
async function describeTwice(client: VisionClient, file: File): Promise<StillResult> {
  try {
    return await describeFile(client, file);
  } catch {
    return describeFile(client, file);
  }
}
